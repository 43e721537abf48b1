package io.arrayport.conformance.matrix;

import io.arrayport.core.exchange.ExchangePlan.Outcome;

/**
 * What has to come of an exchange.
 *
 * @param reason words that the reason has to have; empty if it shares
 */
record Expected(Outcome outcome, String reason) {
    static final Expected SHARED = new Expected(Outcome.ZERO_COPY, "");

    static Expected copy(String reason) {
        return new Expected(Outcome.NEEDS_COPY, reason);
    }

    static Expected refused(String reason) {
        return new Expected(Outcome.REFUSED, reason);
    }
}
