package io.arrayport.dlpack;

import io.arrayport.core.exchange.Source;
import io.arrayport.core.ndarray.NdArray;

/** A capsule as a place where an array comes from. */
record CapsuleSource(DlpackCapsule capsule, LegacyAccess access) implements Source {
    @Override
    public String name() {
        return capsule.isVersioned() ? "DLPack capsule" : "legacy DLPack capsule";
    }

    @Override
    public NdArray open() {
        return Dlpack.from(capsule, access);
    }
}
