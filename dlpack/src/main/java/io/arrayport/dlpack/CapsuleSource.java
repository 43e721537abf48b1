package io.arrayport.dlpack;

import java.util.Optional;

import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Source;
import io.arrayport.core.ndarray.NdArray;

/** A capsule as a place where an array comes from. */
record CapsuleSource(DlpackCapsule capsule, LegacyAccess access) implements Source {
    @Override
    public String name() {
        return capsule.isVersioned() ? "DLPack capsule" : "legacy DLPack capsule";
    }

    /** Looks at the descriptor as it lies; the capsule is not consumed. */
    @Override
    public Optional<ExchangePlan> plan() {
        String target = "array from " + name();
        try {
            boolean readOnly = Import.look("DLPack", capsule, access).readOnly();
            return Optional.of(ExchangePlan.zeroCopy(target, ExchangePlan.ofImport(readOnly)));
        } catch (ArrayportException refused) {
            return Optional.of(ExchangePlan.refused(target, refused));
        }
    }

    @Override
    public NdArray open() {
        return Dlpack.from(capsule, access);
    }
}
