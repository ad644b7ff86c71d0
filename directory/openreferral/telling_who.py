"""Who provides a listing and how to reach them, as far as it may be published for good: offices, never a person."""

from connect.people.models import Organisation
from directory.models import Provider, Service
from directory.openreferral import contact
from directory.openreferral.said import child, uri
from directory.registers import page

Document = dict[str, object]


def organisation(row: Organisation, full: bool = False) -> Document:
    """A description is required, so the name stands in for one."""
    provider = _provider(row)
    return {
        "id": str(row.pk),
        "name": row.name,
        "description": (provider.description if provider else "") or row.name,
        "website": uri(provider.website) if provider else "",
        "email": office(provider.email, row.name) if provider else "",
        "organization_identifiers": [_identifier(row, each) for each in row.identifiers.all()] if full else [],
    }


def _provider(row: Organisation) -> Provider | None:
    return getattr(row, "provider", None)


def _identifier(row: Organisation, each: object) -> Document:
    return {
        "id": str(each.pk),
        "organization_id": str(row.pk),
        "identifier_scheme": str(each.scheme),
        "identifier_type": str(each.get_scheme_display()),
        "identifier": each.identifier,
        "connect_register": uri(page(each)),
    }


def office(address: str, *names: str) -> str:
    """An office's mailbox, by its name; a person's own is not ours to spread, even where our page may show it."""
    return "" if not address or contact.why_not(address.lower(), list(names)) else address


def email(service: Service) -> str:
    return office(service.contact.get("email", ""), service.name, service.organisation.name)


def contacts(service: Service) -> list[Document]:
    """Only what the organiser let be shown, and without a name."""
    number = service.contact.get("phone", "")
    address = email(service)
    if not (number or address):
        return []
    key = child("contact", service.pk)
    phone = {"id": child("phone", service.pk), "contact_id": key, "number": number}
    return [{"id": key, "service_id": str(service.pk), "email": address, "phones": [phone] if number else []}]
