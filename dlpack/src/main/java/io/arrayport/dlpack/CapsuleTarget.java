package io.arrayport.dlpack;

import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.ExchangePlan.Outcome;
import io.arrayport.core.exchange.ExchangePlan.Writers;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.ndarray.NdArray;

/** A kind of capsule as a form that arrays leave in. */
record CapsuleTarget(String name, Abi.Form form) implements Target<DlpackCapsule> {
    static final CapsuleTarget VERSIONED = new CapsuleTarget("DLPack capsule", Abi.Form.VERSIONED);
    static final CapsuleTarget LEGACY = new CapsuleTarget("legacy DLPack capsule", Abi.Form.LEGACY);

    @Override
    public ExchangePlan plan(NdArray array) {
        ExportRules.Refusal refusal = ExportRules.refusal(array, form, LegacyConsumer.UNKNOWN);
        if (refusal == null) {
            return ExchangePlan.zeroCopy(name, array.isWriteable() ? Writers.BOTH.toString()
                    : Writers.NEITHER.with("the array refuses to, and the capsule tells the consumer not to"));
        }
        return refusal.copyHelps()
                ? new ExchangePlan(Outcome.NEEDS_COPY, name, array.nbytes(), "", refusal.reason(), refusal.remedy())
                : ExchangePlan.refused(name, refusal.reason(), refusal.remedy());
    }

    @Override
    public DlpackCapsule accept(NdArray array) {
        return Export.capsule(array, form, LegacyConsumer.UNKNOWN);
    }
}
