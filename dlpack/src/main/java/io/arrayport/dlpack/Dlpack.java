package io.arrayport.dlpack;

import io.arrayport.core.exchange.Source;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.ndarray.NdArray;

/** Arrays to and from DLPack capsules, without a copy. */
public final class Dlpack {
    private Dlpack() {}

    /**
     * Where arrays leave as versioned capsules (DLPack 1.x), which can say that they are read-only: the one to prefer.
     * A capsule shares the array's bytes; whoever consumes it owns it, else the caller closes it.
     */
    public static Target<DlpackCapsule> capsule() {
        return CapsuleTarget.VERSIONED;
    }

    /**
     * Where writeable arrays leave as legacy capsules (DLPack 0.x), for consumers that know no other. A capsule shares
     * the array's bytes; whoever consumes it owns it, else the caller closes it.
     */
    public static Target<DlpackCapsule> legacyCapsule() {
        return CapsuleTarget.LEGACY;
    }

    /** The array in a capsule; a legacy one comes in read-only. Opening the source takes what is in the capsule. */
    public static Source dlpack(DlpackCapsule capsule) {
        return dlpack(capsule, LegacyAccess.READ_ONLY);
    }

    /**
     * The array in a capsule; {@code access} decides how a legacy one comes in. Opening the source takes what is in the
     * capsule.
     */
    public static Source dlpack(DlpackCapsule capsule, LegacyAccess access) {
        return new CapsuleSource(capsule, access);
    }

    /**
     * Exports an array as a versioned capsule, which shares its memory until its consumer calls the deleter, or it is
     * closed unconsumed. Whoever consumes the capsule owns it, else the caller closes it.
     *
     * @throws io.arrayport.core.error.ZeroCopyException if DLPack cannot say what the array is; the message has the way
     *        out
     * @throws io.arrayport.core.error.ClosedException if the array is closed
     */
    public static DlpackCapsule export(NdArray array) {
        return Export.capsule(array, Abi.Form.VERSIONED, LegacyConsumer.UNKNOWN);
    }

    /**
     * Exports an array as a legacy capsule, which shares its memory; otherwise as {@link #export}.
     *
     * @param consumer who gets it; decides over arrays that are read-only by convention
     */
    public static DlpackCapsule exportLegacy(NdArray array, LegacyConsumer consumer) {
        return Export.capsule(array, Abi.Form.LEGACY, consumer);
    }

    /**
     * Takes the array out of a capsule, which is consumed by that. The array owns the tensor, and the caller closes the
     * array: that calls the deleter. When the tensor is refused, its deleter has run before the exception arrives.
     *
     * @return an array over the producer's memory; read-only if the capsule is legacy or says so
     * @throws io.arrayport.core.error.ForeignDescriptorException if the descriptor is malformed, or says what we do not
     *        take
     * @throws io.arrayport.core.error.ClosedException if the capsule was consumed or closed
     */
    public static NdArray from(DlpackCapsule capsule) {
        return from(capsule, LegacyAccess.READ_ONLY);
    }

    /** Takes the array as {@link #from(DlpackCapsule)} does; {@code access} decides how a legacy capsule comes in. */
    public static NdArray from(DlpackCapsule capsule, LegacyAccess access) {
        return Import.open("DLPack", capsule, access);
    }

    /**
     * Takes the array as {@link #from(DlpackCapsule, LegacyAccess)} does, of memory that the producer makes on a stream
     * that the consumer named.
     *
     * @param stream what this library does with the memory comes after what is queued there; -1 if nothing is, as
     *        DLPack numbers them
     */
    public static NdArray from(DlpackCapsule capsule, LegacyAccess access, long stream) {
        return Import.open("DLPack", capsule, access, stream);
    }

    /**
     * Takes packed elements out of a capsule, which is consumed by that: those smaller than a byte that lie side by
     * side, which {@link #from} refuses. Closing what it returns calls the deleter; when the tensor is refused, that
     * has run before the exception arrives.
     *
     * @throws io.arrayport.core.error.ForeignDescriptorException if the descriptor is malformed, or its elements are
     *        not packed
     */
    public static PackedTensor packed(DlpackCapsule capsule) {
        return Import.packed(capsule);
    }

    /** An array as the array API's producer: borrows it, which has to be open when a capsule is asked for. */
    public static DlpackProducer producer(NdArray array) {
        return new Requested(array);
    }

    /**
     * {@code x.__dlpack__(...)}: exports an array as the consumer asks for it. The capsule shares its memory, or copies
     * it where the request says so; what is a copy says so in its flags, and is a JFR event {@code io.arrayport.Copy}.
     *
     * @throws io.arrayport.core.error.ZeroCopyException if DLPack cannot say what the array is, or only of a copy and
     *        none is allowed
     * @throws io.arrayport.core.error.DeviceException if the device or the stream is not one of the array's
     */
    public static DlpackCapsule export(NdArray array, DlpackRequest request) {
        return new Requested(array).dlpack(request);
    }

    /**
     * {@code from_dlpack(x, device=..., copy=...)}: takes an array from a producer. The array owns what it was
     * given, and the caller closes it.
     *
     * @throws io.arrayport.core.error.ForeignDescriptorException if the producer's capsule is malformed
     */
    public static NdArray from(DlpackProducer producer, DlpackRequest request) {
        return Requested.from(producer, request);
    }
}
