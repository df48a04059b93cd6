"""Which function reads a rule of ``times_grammar.txt``."""

from collections.abc import Callable

from graphkit.extraction.times import days, periods, spans
from graphkit.extraction.times.match import Found, Match

Reading = Callable[[Match], list[Found] | None]

READINGS: dict[str, Reading] = {
    "moment": days.moment,
    "day_range": days.day_range,
    "day_in_week": days.day_in_week,
    "weekday_range": days.weekday_range,
    "nine_eleven": days.nine_eleven,
    "anaphoric_part": days.anaphoric_part,
    "clock": days.clock,
    "overnight": days.overnight,
    "part_of_day": days.part_of_day,
    "ordinal_day": days.ordinal_day,
    "day_beside": days.day_beside,
    "holiday": days.holiday,
    "year": periods.year,
    "year_range": periods.year_range,
    "month": periods.month,
    "month_year": periods.month_year,
    "month_range": periods.month_range,
    "quarter": periods.quarter,
    "season": periods.season,
    "bare_season": periods.bare_season,
    "decade": periods.decade,
    "century": periods.century,
    "unit_shift": periods.unit_shift,
    "unit_edge": periods.unit_edge,
    "year_end": periods.year_end,
    "current_unit": periods.current_unit,
    "year_ended": periods.year_ended,
    "bare_unit": periods.bare_unit,
    "ago": spans.ago,
    "hence": spans.hence,
    "shifted": spans.shifted_later,
    "year_earlier": spans.year_earlier,
    "distance": spans.distance,
    "stretch": spans.stretch,
    "recent": spans.recent,
    "present_days": spans.present_days,
    "past_days": spans.past_days,
    "set": spans.repeated,
    "rate": spans.rate,
    "duration": spans.lasting,
    "plural": spans.plural,
    "ref": spans.reference,
}
