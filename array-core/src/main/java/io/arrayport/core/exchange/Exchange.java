package io.arrayport.core.exchange;

import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.ndarray.NdArray;

/** Carries out an exchange under a policy. */
public final class Exchange {
    private static final String ASKED_FOR = "asked for";

    private Exchange() {}

    /**
     * An array of a neighbour's, which the caller closes. It shares the neighbour's bytes, or, if the policy is
     * {@link CopyPolicy#ALWAYS}, copies them, which is a JFR event {@code io.arrayport.Copy}; the neighbour's own are
     * given back then.
     *
     * @throws ZeroCopyException if they cannot be an array
     */
    public static NdArray from(Source source, CopyPolicy policy) {
        NdArray shared = source.open();
        if (policy != CopyPolicy.ALWAYS) {
            return shared;
        }
        try (shared) {
            NdArray copy = shared.copyNative();
            CopyEvent.emit(source.name(), ASKED_FOR, copy.nbytes());
            return copy;
        }
    }

    /**
     * What {@link #to} would do under {@code policy}; copies nothing. It differs from the target's own plan where a
     * copy is asked for that is not needed.
     */
    public static ExchangePlan plan(NdArray array, Target<?> target, CopyPolicy policy) {
        ExchangePlan plan = target.plan(array);
        return policy != CopyPolicy.ALWAYS || !plan.isZeroCopy() ? plan
                : new ExchangePlan(ExchangePlan.Outcome.NEEDS_COPY, plan.target(), array.nbytes(), "", ASKED_FOR,
                        "CopyPolicy.IF_NEEDED shares the bytes");
    }

    /**
     * Gives {@code array} to {@code target}. The result shares its bytes or, where the policy allows, copies them; each
     * copy is a JFR event {@code io.arrayport.Copy}. The result keeps its bytes by itself; {@code array} stays open,
     * and the caller closes both.
     *
     * @throws ZeroCopyException if the policy does not allow what the plan needs
     */
    public static <T> T to(NdArray array, Target<T> target, CopyPolicy policy) {
        ExchangePlan plan = target.plan(array);
        if (policy == CopyPolicy.NEVER || plan.outcome() == ExchangePlan.Outcome.REFUSED) {
            plan.requireZeroCopy();
        }
        if (plan.isZeroCopy() && policy != CopyPolicy.ALWAYS) {
            return target.accept(array);
        }
        String reason = plan.isZeroCopy() ? ASKED_FOR : plan.reason();
        NdArray copy = array.copyNative();
        CopyEvent.emit(target.name(), reason, copy.nbytes());
        // Closing ends only our own access: the result's lease keeps the bytes.
        try (copy) {
            target.plan(copy).requireZeroCopy();
            return target.accept(copy);
        }
    }
}
