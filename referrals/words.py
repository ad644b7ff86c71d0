"""Each move as a sentence of the story, for those who work with the person."""

from django.utils.translation import gettext_lazy as _

from referrals.states import State, Step

MOVE_SENTENCES = {
    State.SUBMITTED: _("Referred, with their yes."),
    State.RETURNED: _("Given back to the worker who asked."),
    State.ACCEPTED: _("Accepted."),
    State.CONTACTED: _("First spoken to."),
    State.ACTIVE: _("On their way: the first introduction is made."),
    State.PAUSED: _("Paused."),
    State.TRANSFERRED: _("Passed to another scheme."),
    State.WITHDRAWN: _("Taken back."),
    State.CLOSED: _("Finished."),
}
HELD_SENTENCES = {
    "claimed": _("Taken on from the queue."),
    "released": _("Put back into the queue."),
    "assigned": _("Given to a colleague."),
    "beside": _("Somebody from elsewhere was asked in, with their yes."),
    "beside_over": _("Somebody from elsewhere is no longer in it."),
    "lead": _("Somebody else was named to lead."),
    "urgent": _("Marked as urgent."),
    "not_urgent": _("No longer urgent."),
}
STEP_SENTENCES = {
    Step.SUGGESTED: _("%(group)s was suggested."),
    Step.AGREED: _("They said yes to %(group)s."),
    Step.INTRODUCED: _("Introduced to %(group)s, which expects them."),
    Step.ATTENDING: _("Going along to %(group)s."),
    Step.SETTLED: _("Settled at %(group)s."),
    Step.NOT_FOR_THEM: _("%(group)s is not for them."),
    Step.STOPPED: _("They have stopped going to %(group)s."),
    Step.DID_NOT_START: _("They did not start at %(group)s."),
}
