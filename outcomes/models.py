"""Every table of the outcomes: figures as released, readings, goals, stories, the chest, documents."""

from outcomes.annotations.models import Annotation  # noqa: F401
from outcomes.chest.models import Application, Pot, Spending, Verdict  # noqa: F401  (Django looks for models here)
from outcomes.costs.models import Cost, GroupCount, Scenario  # noqa: F401
from outcomes.documents.models import AccessRequest, FirstAnswers  # noqa: F401  (Django looks for models here)
from outcomes.equality.models import EqualityAnswers, EqualityAsked  # noqa: F401
from outcomes.figures.models import (  # noqa: F401
    Agreement,
    Counted,
    CountedMonth,
    Figure,
    Release,
    ReleaseRead,
    Told,
)
from outcomes.framework.models import Aim, Framework, Outcome  # noqa: F401
from outcomes.goals.models import Goal, GoalRating, GoalsAsked, GoalTag  # noqa: F401
from outcomes.kept_views.models import KeptView  # noqa: F401
from outcomes.measuring.models import LicensedWords, Questions, Reading  # noqa: F401
from outcomes.missing.models import Wish, WishStep  # noqa: F401
from outcomes.paper.models import Cover  # noqa: F401
from outcomes.profiles.models import Boundary, Dataset, Indicator, Population  # noqa: F401
from outcomes.risk.models import RiskIndex  # noqa: F401
from outcomes.stories.models import Story, StoryPage, StoryStep  # noqa: F401
