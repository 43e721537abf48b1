package io.arrayport.dlpack;

import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.ExchangePlan.Outcome;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.ndarray.NdArray;

/** The two kinds of capsule as places where an array can go. */
enum CapsuleTarget implements Target<DlpackCapsule> {
    VERSIONED("dlpack", Abi.Form.VERSIONED), LEGACY("legacy dlpack", Abi.Form.LEGACY);

    private final String targetName;
    private final Abi.Form form;

    CapsuleTarget(String targetName, Abi.Form form) {
        this.targetName = targetName;
        this.form = form;
    }

    /** Not {@code name()}: an enum's own is final. */
    @Override
    public String toString() {
        return targetName;
    }

    @Override
    public ExchangePlan plan(NdArray array) {
        ExportRules.Refusal refusal = ExportRules.refusal(array, form, LegacyConsumer.UNKNOWN);
        if (refusal == null) {
            String writers = array.isWriteable() ? "this side and the consumer" : "nobody: the capsule says that it is read-only";
            return new ExchangePlan(Outcome.ZERO_COPY, 0, targetName, writers, "the consumer reads the same memory", "");
        }
        return refusal.copyHelps() ? new ExchangePlan(Outcome.NEEDS_COPY, array.nbytes(), targetName, "", refusal.reason(), refusal.remedy())
                : new ExchangePlan(Outcome.REFUSED, 0, targetName, "", refusal.reason(), refusal.remedy());
    }

    @Override
    public DlpackCapsule accept(NdArray array) {
        return Export.capsule(array, form, LegacyConsumer.UNKNOWN);
    }
}
