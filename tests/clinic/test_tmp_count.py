import collections, pytest
from tests.clinic import test_agreement_machine as m
pytestmark = pytest.mark.django_db
def test_count():
    seen = collections.Counter(); why = collections.Counter()
    class C(m.Everything):
        def teardown(self):
            for e in m.AgreementEvent.objects.values_list("action","state"): seen[e]+=1
            super().teardown()
        def attempt(self, agreement, by, deed):
            n=m.AgreementEvent.objects.count()
            super().attempt(agreement,by,deed)
            why[deed.action, m.AgreementEvent.objects.count()>n]+=1
    from hypothesis import settings, HealthCheck
    from hypothesis.stateful import run_state_machine_as_test
    run_state_machine_as_test(C, settings=settings(max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)))
    print(sorted(seen.items())); print(sorted(why.items()))
