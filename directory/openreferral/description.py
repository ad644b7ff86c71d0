"""The open data described as OpenAPI: every address, every parameter, made from the table that reads them."""

from directory.openreferral.asked import ENDPOINTS, PARAMETERS
from directory.openreferral.said import STUB, ours

Document = dict[str, object]
SCHEMAS = "https://openreferraluk.org/specifications/3.0/schema"
# Path, what is listed, the published schema of one, whether an item may be asked for whole.
LISTS = (
    ("services", "Listings", "service"),
    ("service_at_locations", "Places where listings meet", "service_at_location"),
    ("organizations", "Who provides listings", "organization"),
    ("taxonomies", "Our vocabularies", "taxonomy"),
    ("taxonomy_terms", "Our terms", "taxonomy_term"),
)
OF_AN_ITEM = {"organizations": ("full_service",)}


def document() -> Document:
    paths: Document = {"/": _path("What this is", _schema("api_details"), [])}
    for name, about, one in LISTS:
        paths[f"/{name}"] = _path(about, _schema(f"{one}_list"), [_parameter(each) for each in ENDPOINTS[name]])
        key = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
        more = [_parameter(each) for each in OF_AN_ITEM.get(name, ())]
        paths[f"/{name}/{{id}}"] = _path(f"{about}: one of them, whole", _schema(one), [key, *more])
    return {
        "openapi": "3.0.3",
        "info": {"title": "Connect open data, HSDS-UK-3.0", "version": "HSDS-UK-3.0", "description": ABOUT},
        "servers": [{"url": ours(STUB)}],
        "paths": paths,
    }


ABOUT = (
    "The directory as open data. No key is needed. Members without a value are left out; what Open Referral UK has no "
    "word for begins with connect_. An unknown parameter is passed over, a value that cannot be read is a 400."
)


def _schema(name: str) -> Document:
    return {"$ref": f"{SCHEMAS}/{name}.json"}


def _parameter(name: str) -> Document:
    told = PARAMETERS[name]
    return {"name": name, "in": "query", "required": False, "description": told.told, "schema": dict(told.schema)}


def _path(summary: str, schema: Document, parameters: list[Document]) -> Document:
    answers: Document = {"200": {"description": summary, "content": {"application/json": {"schema": schema}}}}
    wrong = {"type": "object", "properties": {"detail": {"type": "string"}, "errors": {"type": "object"}}}
    for status, told in (("400", "A value that cannot be read"), ("404", "Nothing here, or a page after the last")):
        answers[status] = {"description": told, "content": {"application/json": {"schema": wrong}}}
    return {"get": {"summary": summary, "parameters": parameters, "responses": answers}}
