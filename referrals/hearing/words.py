"""Each piece of news in a sentence for whoever asked, and what those in health and care hear besides."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.templatetags import look
from referrals.belonging import Connection
from referrals.hearing.states import News
from referrals.models import Referral
from referrals.states import Closed, State

SENTENCES = {
    News.ACCEPTED: gettext_lazy("A connector has accepted it, and rings them next."),
    News.RETURNED: gettext_lazy("It came back to you, with a reason and what you can do."),
    News.TRANSFERRED: gettext_lazy("Another scheme has taken it over, and looks after them now."),
    News.WITHDRAWN: gettext_lazy("It was taken back. Nobody is rung after that."),
    News.MET: gettext_lazy("Somebody from the team has spoken with them."),
    News.CONNECTED: gettext_lazy("They chose somewhere, and are expected there."),
    News.WENT: gettext_lazy("They went. Thank you for noticing them."),
    News.NOT: gettext_lazy("They have not been yet. That is fine: the connector is in touch."),
    News.UNSURE: gettext_lazy("We are not sure yet whether they went. The connector is asking."),
    News.SETTLED: gettext_lazy("They have settled, and go on their own account. Thank you for noticing them."),
    News.STOPPED: gettext_lazy("What they tried was not for them. The connector asks what they would like instead."),
    News.REOPENED: gettext_lazy("It is open again."),
    News.CLOSED: gettext_lazy("It is finished. Thank you for noticing them."),
}


def in_full(referral: Referral) -> list[str]:
    """For a referrer in health or care, with the person’s yes: where, since when, and why it ended."""
    said = [_where(one) for one in referral.connections.all() if one.introduced_at]
    if referral.state == State.CLOSED and referral.closed_why:
        said.append(_("It ended because: %(why)s.") % {"why": Closed(referral.closed_why).label})
    return [*said, _("There is nothing you need to do.")] if said else []


def _where(connection: Connection) -> str:
    named = {"group": connection.service.name, "step": connection.get_state_display()}
    if connection.first_attended_at:
        named["day"] = look.date_only(connection.first_attended_at)
        return _("%(group)s: %(step)s. They first went on %(day)s.") % named
    return _("%(group)s: %(step)s.") % named
