"""Gentle words for each thing that is owed: how to begin, what to ask, what to offer, and what may be chosen then."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from referrals.following.states import Kind, Then


@dataclass(frozen=True)
class Script:
    """`begin` may be said as it stands; `ask` and `offer` a line each; `thens` in the order in which they are shown."""

    title: Promise
    begin: Promise
    ask: tuple[Promise, ...]
    offer: tuple[Promise, ...]
    thens: tuple[Then, ...]
    asks_why: bool = True


SCRIPTS = {
    Kind.NOT_STARTED: Script(
        _("They have not been yet"),
        _("“I was thinking of you. I only ring to hear how you are. It is fine that it was not this time.”"),
        (
            _("What was that day like? Let them tell it; say nothing for a while."),
            _("“Was there anything that got in the way?”"),
            _("“If I could change one thing about it, what would make it easier?”"),
        ),
        (
            _("Somebody goes along: you, a volunteer, or the organiser waits at the door."),
            _("Another day, or only the last half hour."),
            _("Another group, or nothing for now. All of these are good answers."),
        ),
        (Then.SESSION, Then.ALONG, Then.ANOTHER, Then.LATER, Then.LEAVE, Then.NOT_REACHED),
    ),
    Kind.TWO_MISSED: Script(
        _("They missed two in a row"),
        _("“They asked after you, and so do I. How are things?” Nobody has to explain themselves."),
        (
            _("“How have you been?” Begin with them and not with the group."),
            _("“Has anything changed there, or at home?”"),
            _("“Would you like to go again, have a rest from it, or try something else?”"),
        ),
        (
            _("Somebody goes along again, the once."),
            _("A rest, with a day on which you ask again."),
            _("A word with the organiser, if something there was not right."),
        ),
        (Then.WELL, Then.SESSION, Then.ALONG, Then.ANOTHER, Then.LATER, Then.LEAVE, Then.NOT_REACHED),
    ),
    Kind.SETTLED: Script(
        _("They have been three times"),
        _("“Three times now! How is it, going there?”"),
        (
            _("“Who have you got to know?”"),
            _("“Would you go next week if I never rang again?”"),
            _("“Is there anything that I should still do?”"),
        ),
        (
            _("They go on by themselves, and know whom to ring."),
            _("You stay beside them a while longer."),
            _("Something else beside it, or instead."),
        ),
        (Then.SETTLED, Then.HELP, Then.ALONG, Then.ANOTHER, Then.LEAVE, Then.NOT_REACHED),
        asks_why=False,
    ),
    Kind.ASK_WHY: Script(
        _("They stopped, and nobody has talked it over"),
        _("“I heard that you have stopped going. That is all right. I only want to hear what it was like.”"),
        (
            _("“What was good there, and what was not?”"),
            _("“Was there a day when it stopped being nice to go?”"),
            _("“Would you like me to ask again one day? When?”"),
        ),
        (
            _("To be asked again, on a day that they choose: in spring, after the operation."),
            _("Something quite different."),
            _("Nothing, and a number to ring."),
        ),
        (Then.LATER, Then.ANOTHER, Then.LEAVE, Then.NOT_REACHED),
    ),
    Kind.AGAIN: Script(
        _("They asked to be asked again"),
        _("“You asked me to ring about now. How are you? Is it still something you would like?”"),
        (
            _("“Is what was in the way then still in the way?”"),
            _("“Shall we find a day, or shall I ask again later?”"),
        ),
        (
            _("A day, and somebody who goes along if they like."),
            _("Later, as often as they want."),
            _("Something else, or nothing."),
        ),
        (Then.SESSION, Then.LATER, Then.ANOTHER, Then.LEAVE, Then.NOT_REACHED),
        asks_why=False,
    ),
    Kind.CELEBRATE: Script(
        _("They have settled"),
        _("“You did this. I only held the door.”"),
        (_("“What was the first day like, looking back?”"), _("“Would you tell somebody else about it?”")),
        (
            _("Your number, for whenever it is needed."),
            _("Thanks to whoever met them at the door."),
        ),
        (Then.SENT, Then.TOLD),
        asks_why=False,
    ),
}

# What a connector may say of a group although nobody had noticed; each leads to the page of that script.
SAYS = {
    Kind.NOT_STARTED: _("They have not been there"),
    Kind.TWO_MISSED: _("They stay away"),
    Kind.SETTLED: _("They are settled"),
    Kind.AGAIN: _("They would like to begin again"),
}
