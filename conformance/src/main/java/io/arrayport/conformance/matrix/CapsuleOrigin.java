package io.arrayport.conformance.matrix;

import java.lang.foreign.ValueLayout;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackCapsule;
import io.arrayport.dlpack.LegacyAccess;

/** Arrays out of capsules. What is in them is ours, but nothing of that is known to who takes them. */
record CapsuleOrigin(boolean versioned) implements Origin {
    /** In {@code DLManagedTensorVersioned} version, context, deleter and flags stand before the tensor. */
    private static final long VERSIONED_TENSOR = 32;
    private static final long BYTE_OFFSET = 40;

    @Override
    public String name() {
        return versioned ? "DLPack capsule" : "legacy DLPack capsule";
    }

    @Override
    public Made make(DType dtype, Sample sample) {
        NdArray inside = sample.array(dtype);
        ExchangePlan plan = (versioned ? Dlpack.capsule() : Dlpack.legacyCapsule()).plan(inside);
        if (!plan.isZeroCopy()) {
            inside.close();
            throw new NoSuchSource(plan.reason());
        }
        DlpackCapsule capsule = (versioned ? Dlpack.capsule() : Dlpack.legacyCapsule()).accept(inside);
        long address = address(capsule);
        return Made.opened(Dlpack.dlpack(capsule, LegacyAccess.READ_ONLY), address, inside::close);
    }

    /** Read from the struct itself, by the offsets of the DLPack standard. */
    static long address(DlpackCapsule capsule) {
        long tensor = capsule.address() + (capsule.isVersioned() ? VERSIONED_TENSOR : 0);
        return Memory.RAW.get(ValueLayout.JAVA_LONG, tensor)
                + Memory.RAW.get(ValueLayout.JAVA_LONG, tensor + BYTE_OFFSET);
    }
}
