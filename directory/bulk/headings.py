"""What each column of a spreadsheet is for, and what else people write above it."""

from django.utils.translation import gettext_lazy as _

# heading: what to write below it, and the other names under which it is known, with | between
HEADINGS = {
    "Name": (
        _("What people call it. Needed."),
        "Title|Group name|Name of group|Group|Listing|Service name|Page name|Community|Enw",
    ),
    "Run by": (
        _("The body behind it. Without one, its own name stands here."),
        "Organisation|Organization|Provider|Organisation name|Charity|Provided by",
    ),
    "Kind": (
        _("One of the list."),
        "Type|Category|Kind of listing|Service type",
    ),
    "In a line": (
        _("What it is, in one short sentence."),
        "Summary|Short description|Strapline|Tagline",
    ),
    "About it": (
        _("What happens there, in plain words."),
        "Description|About|Details|What it is for|What is it for|What it’s for|Purpose",
    ),
    "Function": (
        _("Support through a hard time, or belonging."),
        "",
    ),
    "Needs": (
        _("What people would like that it answers, with ; between."),
        "Need|What people would like",
    ),
    "Five ways to wellbeing": (
        _("Any of the five, with ; between."),
        "Wellbeing|5 ways|Five ways|5 ways to wellbeing",
    ),
    "For": (
        _("People it is for, with ; between. Leave empty if it is for all."),
        "Audience|Audiences|Who for|Target group|Target audience|Who is it for",
    ),
    "Youngest age": (
        _("In years. Leave empty if there is none."),
        "Minimum age|Min age|Age from|From age",
    ),
    "Oldest age": (
        _("In years. Leave empty if there is none."),
        "Maximum age|Max age|Age to|To age",
    ),
    "Women or men": (
        _("Women or Men; Anyone otherwise."),
        "Gender|Sex",
    ),
    "Who comes": (
        _("Who is there, in words."),
        "Eligibility|Who can come",
    ),
    "Not for": (
        _("Who it is not for."),
        "Who it is not for|Exclusions",
    ),
    "Not for (community)": (
        _("What it is not for."),
        "Not for|What it is not for|What is it not for|Not allowed|Rules",
    ),
    "Languages": (
        _("Spoken there, with ; between."),
        "Language|Languages spoken",
    ),
    "First time": (
        _("What happens the first time, a line a step."),
        "",
    ),
    "Good to know": (
        _("Anything else somebody would like to know. Everybody reads it."),
        "Notes|Note|Other information|Comments|Additional information",
    ),
    "Cost": (
        _("In words, like: £3.50 with tea. Or: free."),
        "Price|Fee|Fees|Charge|How much|Costs",
    ),
    "Free": (
        _("yes or no."),
        "Is it free|Free of charge",
    ),
    "Prices": (
        _("Each price with what it is for, with ; between."),
        "Price list|Cost options",
    ),
    "Personal budget": (
        _("Can a personal budget pay? yes or no."),
        "Personal budgets|Direct payments",
    ),
    "How to start": (
        _("One of the list."),
        "How to join|Access|Booking",
    ),
    "How to start, in words": (
        _("Whom to ring, what to bring."),
        "How to join in words|Joining instructions|How to access",
    ),
    "Met at the door": (
        _("Does somebody meet new people? yes or no."),
        "Someone meets you|Welcome at the door",
    ),
    "Met by": (
        _("A first name will do."),
        "",
    ),
    "How it takes place": (
        _("In person, online, by phone or at home."),
        "Attending|Delivery|Online or in person",
    ),
    "Reaches, in miles": (
        _(
            "How far it comes out to people, or how far away its members live. An online community "
            "with an area: 5, if empty."
        ),
        "Reach|Radius|Reach in miles|Miles",
    ),
    "Days and times": (
        _(
            "With ; between: Tuesday and Friday 10:00-12:00; first Saturday of the month 14:00-16:00; "
            "3 November 2026 14:00-16:00."
        ),
        "When|Day|Days|Time|Times|Day and time|Schedule|Meets|Opening hours|Opening times",
    ),
    "Place": (
        _("The hall or room; the first, where there are several."),
        "Venue|Location|Venue name|Where|Building",
    ),
    "Address": (
        _("House and street."),
        "Street|Address 1|Address line 1|First line of address",
    ),
    "Address, second line": (
        _("If there is one."),
        "Address 2|Address line 2",
    ),
    "Area": (
        _("Town, village or part of it."),
        "Town|City|Village|Ward|District|Locality|Area covered|Area or postcode|Area/postcode",
    ),
    "Postcode": (
        _("A whole one. It puts the listing on the map."),
        "Post code|PC|Zip|Postal code|Cod post",
    ),
    "Step-free": (
        _("yes or no; empty if you do not know."),
        "Wheelchair access|Wheelchair accessible|Accessible|Step free access",
    ),
    "Hearing loop": (
        _("yes or no; empty if you do not know."),
        "Induction loop|Loop",
    ),
    "Accessible toilet": (
        _("yes or no; empty if you do not know."),
        "Disabled toilet|Accessible WC",
    ),
    "Changing place": (
        _("yes or no; empty if you do not know."),
        "Changing places toilet",
    ),
    "Blue Badge parking": (
        _("yes or no; empty if you do not know."),
        "Disabled parking",
    ),
    "Quiet space": (
        _("yes or no; empty if you do not know."),
        "Quiet room",
    ),
    "Step-free, in words": (
        _("Like: ramp at the side door."),
        "",
    ),
    "Hearing loop, in words": (
        _("Like: in the main hall."),
        "",
    ),
    "Getting in": (
        _("Anything else about getting in."),
        "Access note",
    ),
    "Which door": (
        _("Which door, which floor."),
        "Directions",
    ),
    "Getting there": (
        _("Buses, lifts, parking."),
        "Transport|Travel|Bus",
    ),
    "Address may be shown": (
        _("no, if it is somebody’s home."),
        "Show address|Public address",
    ),
    "Other places": (
        _("For reading: the others are changed on the listing’s page."),
        "",
    ),
    "Website": (
        _("Its own page."),
        "Web|Web site|URL|Web address|Website address|Web page|Homepage|Gwefan",
    ),
    "Contact name": (
        _("Whom to ask for."),
        "Contact|Contact person|Organiser|Leader",
    ),
    "Phone": (
        _("Format the cell as text, so that the 0 stays."),
        "Contact no|Contact number|Telephone|Tel|Tel no|Telephone number|Phone number|Mobile|"
        "Contact phone|Contact tel|Ffôn",
    ),
    "E-mail": (
        _("One address."),
        "Email|Email address|E-mail address|Contact email|Mail|Ebost",
    ),
    "Contact may be shown": (
        _("Only with the organiser’s yes: yes or no."),
        "Public contact|Contact public|Show contact",
    ),
    "Link": (
        _("The address of the group or page itself; never of a person. Needed."),
        "Facebook link|FB link|Facebook|Group link|Page link|Link to group|Facebook page|Facebook group|"
        "Facebook URL|Group URL|Address of the group|Join link|Facebook address",
    ),
    "Platform": (
        _("Leave empty if the link says it."),
        "Type of community|Network|App|Social media|Site",
    ),
    "Members": (
        _("As its own page says: never counted by a machine."),
        "No. of members|Number of members|No of members|Membership|Followers|Size|Likes",
    ),
    "Counted on": (
        _("The day on which somebody read that number."),
        "Counted|Date counted|Members counted on|As of|As at|Date of count|Members as of",
    ),
    "Open or closed": (
        _("open, or closed where somebody lets you in."),
        "Open/closed|Privacy|Public or private|Public/private|Private|Group type",
    ),
    "Looked at": (
        _("yes, if somebody has seen that a page with a short name is a group’s and not a person’s."),
        "I have looked|Not a person",
    ),
    "Last active": (
        _("The day of the last post somebody saw."),
        "Last post|Last activity|Last seen active|Last posted|Date of last post",
    ),
    "Posts": (
        _("Like: about 40 posts a day."),
        "Posts a day|How busy",
    ),
    "Answers": (
        _("Like: questions get an answer within the hour."),
        "",
    ),
    "How to join": (
        _("What joining looks like, a line a step."),
        "Joining|Joining steps|To join",
    ),
    "Safe to join": (
        _("What keeps people safe there."),
        "Safety|Moderation",
    ),
    "Without it": (
        _("What somebody can do who is not on that platform."),
        "",
    ),
    "Admin name": (
        _("Only with their yes, and the day they said it."),
        "Admin|Administrator|Name of admin|Moderator|Admins|Group admin",
    ),
    "Admin said yes on": (
        _("The day on which they said yes to being named."),
        "Said yes on|Admin agreed on|Agreed on|Consent date|Permission date|Yes on|Date of yes",
    ),
    "About the admin": (
        _("Like: runs the craft stall."),
        "Admin role",
    ),
    "Admin training": (
        _("Like: Mental Health First Aid."),
        "Training",
    ),
    "Admin trained on": (
        _("The day of it."),
        "Trained on|Training date",
    ),
    "Status": (
        _("Open, Shut for now, Not published or Closed. Open if empty."),
        "State",
    ),
    "Shut from": (
        _("The first day shut."),
        "Closed from",
    ),
    "Opens again on": (
        _("If that is known."),
        "Reopens on|Reopening",
    ),
    "Shut because": (
        _("In a few words."),
        "Reason for closure",
    ),
    "Publish from": (
        _("Not shown before this day."),
        "Start date",
    ),
    "Publish until": (
        _("Not shown after this day."),
        "End date|Expires",
    ),
    "Connect ID": (
        _("Leave empty for something new. An export fills it in."),
        "ID|Listing ID|Reference",
    ),
    "Source": (
        _("For reading: the feed it comes from."),
        "",
    ),
    "Licence": (
        _("For reading: on what terms."),
        "",
    ),
    "Last checked": (
        _("For reading."),
        "",
    ),
}
# What people write in a cell that has a list, and the code that it means.
MEANT = {
    "Kind": (("club", "group"), ("class", "activity"), ("facebook group", "community"), ("community group", "group")),
    "Function": (("functional", "functional"), ("structural", "structural")),
    "Women or men": (("female", "women"), ("male", "men"), ("any", ""), ("all", ""), ("everyone", ""), ("mixed", "")),
    "How to start": (
        ("drop in", "drop_in"), ("ring", "ring"), ("phone", "ring"), ("booking", "book"), ("members", "membership"),
        ("book", "book"), ("membership", "membership"), ("referral", "referral"),
    ),
    "How it takes place": (
        ("face to face", "in_person"), ("virtual", "online"), ("telephone", "phone"), ("phone", "phone"),
        ("home", "home"), ("home visits", "home"),
    ),
    "Platform": (
        ("facebook", "facebook_group"), ("fb", "facebook_group"), ("fb group", "facebook_group"),
        ("fb page", "facebook_page"), ("whats app", "whatsapp"), ("insta", "instagram"), ("other", "other"),
        ("website", "other"), ("next door", "nextdoor"),
    ),
    "Status": (
        ("live", "active"), ("paused", "temporarily closed"), ("draft", "inactive"), ("ended", "defunct"),
        ("finished", "defunct"), ("yes", "active"),
    ),
}  # fmt: skip
