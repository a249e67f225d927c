"""Every address. Each view behind it says for itself who may open it; a test walks this table as every role."""

from __future__ import annotations

from django.urls import include, path

from fullterm.clinic.views import (
    agreement_money,
    agreement_steps,
    agreements,
    entries,
    frame,
    history,
    reserve,
    today,
    woman,
)

urlpatterns = [
    path("", today.show, name="today"),
    path("today/<slug:tab>/", today.show, name="today_tab"),
    path("today/<uuid:woman_id>/<slug:step>/call/", today.call, name="call"),
    path("today/<uuid:woman_id>/<slug:step>/snooze/", today.snooze, name="snooze"),
    path("today/<uuid:woman_id>/<slug:step>/escalate/", today.escalate, name="escalate"),
    path("women/", woman.find, name="women"),
    path("women/new/", entries.register, name="register"),
    path("women/<uuid:woman_id>/", woman.show, name="woman"),
    path("women/<uuid:woman_id>/why/<slug:guideline>/<path:ref>/", woman.why, name="why"),
    path("women/<uuid:woman_id>/history/", history.ask, name="history"),
    path("women/<uuid:woman_id>/history/form/", history.form, name="history_form"),
    path("women/<uuid:woman_id>/events/", woman.events, name="events"),
    path("women/<uuid:woman_id>/agreement/", agreements.of_woman, name="woman_agreement"),
    path("agreements/", agreements.show, name="agreements"),
    path("agreements/in/<slug:tab>/", agreements.show, name="agreements_tab"),
    path("agreements/find/", agreements.find, name="agreement_find"),
    path("agreements/month/", agreement_money.statement, name="agreement_month"),
    path("agreements/month/<slug:month>/", agreement_money.statement, name="agreement_of_month"),
    path("agreements/month/<slug:month>/csv/", agreement_money.file, name="agreement_csv"),
    path("agreements/<uuid:agreement_id>/", agreements.one, name="agreement"),
    path("agreements/<uuid:agreement_id>/text/", agreements.text, name="agreement_text"),
    path("agreements/<uuid:agreement_id>/do/<slug:action>/", agreement_steps.step, name="agreement_step"),
    path("women/<uuid:woman_id>/<slug:kind>/", entries.enter, name="enter"),
    path("reserve/", reserve.show, name="reserve"),
    path("reserve/<slug:currency>/months.csv", reserve.months, name="reserve_months"),
    path("reserve/<slug:currency>/<slug:shape>-<slug:ground>.svg", reserve.picture, name="reserve_picture"),
    path("language/", frame.language, name="language"),
    path("accounts/", include("allauth.urls")),
]
handler403 = "fullterm.clinic.views.frame.forbidden"
handler404 = "fullterm.clinic.views.frame.not_found"
handler500 = "fullterm.clinic.views.frame.broken"
