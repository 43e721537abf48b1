package io.arrayport.dlpack.python;

import io.arrayport.core.exchange.ExchangePlan;

/** A capsule's plan as that of the library that takes the capsule. */
final class Plans {
    private Plans() {}

    static ExchangePlan named(String target, ExchangePlan plan) {
        return new ExchangePlan(plan.outcome(), target, plan.bytes(), plan.writers(), plan.reason(), plan.remedy());
    }
}
