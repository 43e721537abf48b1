package io.arrayport.dlpack;

import io.arrayport.core.memory.Device;

/** Something that gives itself as a DLPack capsule: the Python array API's producer. */
public interface DlpackProducer {
    /**
     * {@code __dlpack__}: itself, as the consumer asks for it. The capsule shares the producer's bytes, or copies them
     * where the request says so.
     *
     * @return a capsule that the caller owns; of the version asked for, or of an older one
     * @throws io.arrayport.core.error.ArrayportException if it cannot be had so; says why
     */
    DlpackCapsule dlpack(DlpackRequest request);

    /** {@code __dlpack_device__}: where its bytes are. */
    Device dlpackDevice();
}
