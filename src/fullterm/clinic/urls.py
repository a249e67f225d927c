"""Every address. Each view behind it says for itself who may open it; a test walks this table as every role."""

from __future__ import annotations

from django.urls import include, path, register_converter

from fullterm.clinic.pages.accounts import views as people
from fullterm.clinic.pages.agreements import money as agreement_money
from fullterm.clinic.pages.agreements import reserve_views as reserve
from fullterm.clinic.pages.agreements import steps as agreement_steps
from fullterm.clinic.pages.agreements import views as agreements
from fullterm.clinic.pages.emergency import views as emergency
from fullterm.clinic.pages.entries import identity as who
from fullterm.clinic.pages.entries import views as entries
from fullterm.clinic.pages.entries import withdraw
from fullterm.clinic.pages.history import form_views as history_form
from fullterm.clinic.pages.history import interview
from fullterm.clinic.pages.history import views as history
from fullterm.clinic.pages.letters import views as letters
from fullterm.clinic.pages.portal import link
from fullterm.clinic.pages.portal import views as her
from fullterm.clinic.pages.registry import views as registry
from fullterm.clinic.pages.replay import views as replay
from fullterm.clinic.pages.settings import compare
from fullterm.clinic.pages.settings import views as hospital
from fullterm.clinic.pages.sign import views as sign
from fullterm.clinic.pages.today import follow_up
from fullterm.clinic.pages.today import views as today
from fullterm.clinic.pages.woman import views as woman
from fullterm.clinic.web import error_pages as frame
from fullterm.clinic.web import home


class Token:
    """The part of a private address that opens it: 24 random bytes, as `clinic.write.links` writes them."""

    regex = "[A-Za-z0-9_-]{32}"

    def to_python(self, value: str) -> str:
        """As it stands."""
        return value

    to_url = to_python


register_converter(Token, "token")

urlpatterns = [
    path("", home.land, name="home"),
    path("today/", today.show, name="today"),
    path("today/<slug:tab>/", today.show, name="today_tab"),
    path("today/<uuid:woman_id>/<slug:step>/call/", follow_up.call, name="call"),
    path("today/<uuid:woman_id>/<slug:step>/snooze/", follow_up.snooze, name="snooze"),
    path("today/<uuid:woman_id>/<slug:step>/escalate/", follow_up.escalate, name="escalate"),
    path("emergency/", emergency.start, name="emergency_start"),
    path("women/", woman.find, name="women"),
    path("women/new/", who.register, name="register"),
    path("women/<uuid:woman_id>/", woman.show, name="woman"),
    path("women/<uuid:woman_id>/why/<slug:guideline>/<path:ref>/", woman.why, name="why"),
    path("women/<uuid:woman_id>/history/", history.ask, name="history"),
    path("women/<uuid:woman_id>/history/matters/", interview.matters, name="history_matters"),
    path("women/<uuid:woman_id>/history/form/", history_form.form, name="history_form"),
    path("women/<uuid:woman_id>/emergency/", emergency.show, name="emergency"),
    path("women/<uuid:woman_id>/events/", woman.events, name="events"),
    path("women/<uuid:woman_id>/replay/", replay.show, name="replay"),
    path("women/<uuid:woman_id>/sign/", sign.sign, name="sign"),
    path("women/<uuid:woman_id>/signed/<int:version>/", sign.signed, name="signed"),
    path("women/<uuid:woman_id>/withdraw/<int:number>/", withdraw.withdraw, name="withdraw"),
    path("women/<uuid:woman_id>/who/", who.correct, name="who"),
    path("women/<uuid:woman_id>/link/", link.show, name="link"),
    path("women/<uuid:woman_id>/letters/", letters.choose, name="letters"),
    path("women/<uuid:woman_id>/letters/<slug:letter>.pdf", letters.pdf, name="letter"),
    path("women/<uuid:woman_id>/agreement/", agreements.of_woman, name="woman_agreement"),
    path("women/<uuid:woman_id>/<slug:kind>/", entries.enter, name="enter"),
    path("registry/", registry.show, name="registry"),
    path("registry/women/", registry.women, name="registry_women"),
    path("registry/women/sheet/", registry.women_sheet, name="registry_women_sheet"),
    path("registry/<slug:name>/sheet/", registry.sheet, name="registry_sheet"),
    path("registry/<slug:name>/picture/", registry.picture, name="registry_picture"),
    path("agreements/", agreements.show, name="agreements"),
    path("agreements/in/<slug:tab>/", agreements.show, name="agreements_tab"),
    path("agreements/find/", agreements.find, name="agreement_find"),
    path("agreements/month/", agreement_money.statement, name="agreement_month"),
    path("agreements/month/<slug:month>/", agreement_money.statement, name="agreement_of_month"),
    path("agreements/month/<slug:month>/csv/", agreement_money.file, name="agreement_csv"),
    path("agreements/<uuid:agreement_id>/", agreements.one, name="agreement"),
    path("agreements/<uuid:agreement_id>/text/", agreements.text, name="agreement_text"),
    path("agreements/<uuid:agreement_id>/do/<slug:action>/", agreement_steps.step, name="agreement_step"),
    path("reserve/", reserve.show, name="reserve"),
    path("reserve/<slug:currency>/months.csv", reserve.months, name="reserve_months"),
    path("reserve/<slug:currency>/<slug:shape>-<slug:ground>.svg", reserve.picture, name="reserve_picture"),
    path("people/", people.show, name="people"),
    path("people/new/", people.make, name="people_new"),
    path("people/changes/", people.changes, name="people_changes"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/<slug:deed>/", people.change, name="person_change"),
    path("settings/", hospital.show, name="hospital"),
    path("protocol/", hospital.protocol, name="protocol"),
    path("protocol/compare/", compare.show, name="protocol_compare"),
    path("her/", her.show, name="her"),
    path("her/visits.ics", her.visits_file, name="her_visits"),
    path("her/<token:token>/", her.enter, name="her_enter"),
    path("visits/<token:token>.ics", her.visits, name="visits"),
    path("language/", frame.language, name="language"),
    path("accounts/", include("allauth.urls")),
]
handler400 = "fullterm.clinic.web.error_pages.unreadable"
handler403 = "fullterm.clinic.web.error_pages.forbidden"
handler404 = "fullterm.clinic.web.error_pages.not_found"
handler429 = "fullterm.clinic.web.error_pages.too_many"  # allauth looks for it here
handler500 = "fullterm.clinic.web.error_pages.broken"
