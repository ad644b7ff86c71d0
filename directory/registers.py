"""Where an organisation's number can be looked up: the page of the register that gave it."""

from urllib.parse import quote

from directory.models import OrganisationIdentifier
from directory.states import Scheme

# Seen in use by others' lists of identifiers, not followed by us: a register without a page a number is only named.
PAGES = {
    Scheme.CHARITY_EW: "https://register-of-charities.charitycommission.gov.uk/charity-details/?regId={}&subId=0",
    Scheme.CHARITY_SCOTLAND: "https://www.oscr.org.uk/about-charities/search-the-register/charity-details?number={}",
    Scheme.CHARITY_NI: "https://www.charitycommissionni.org.uk/charity-details/?regId={}&subId=0",
    Scheme.COMPANY: "https://find-and-update.company-information.service.gov.uk/company/{}",
    Scheme.CQC: "https://www.cqc.org.uk/location/{}",
}


def page(of: OrganisationIdentifier) -> str:
    """The address of its page, or "" where we know of none."""
    number = of.identifier.strip().removeprefix("NIC") if of.scheme == Scheme.CHARITY_NI else of.identifier.strip()
    pattern = PAGES.get(of.scheme, "")
    return pattern.format(quote(number, safe="")) if pattern else ""
