package io.arrayport.dlpack;

import java.util.Objects;

import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.memory.Device;
import org.jspecify.annotations.Nullable;

/**
 * How a consumer wants an array: the keyword arguments of {@code __dlpack__} in the Python array API, with its
 * meanings and defaults. {@code DlpackRequest.ANY.copy(NEVER).maxVersion(1, 3)}.
 *
 * @param maxVersion the newest DLPack the consumer understands; null means the legacy capsule, as it does in Python
 * @param stream on which the consumer will use a device's memory; null is the device's default, -1 that the producer
 *        shall not wait for anything
 * @param device where the consumer wants the array; null is where it is
 * @param copy whether it may be, or has to be, a copy
 */
public record DlpackRequest(@Nullable DlpackVersion maxVersion, @Nullable Long stream, @Nullable Device device,
        CopyPolicy copy) {
    /** What a call without arguments means: a legacy capsule, on the array's own device, copied if need be. */
    public static final DlpackRequest LEGACY = new DlpackRequest(null, null, null, CopyPolicy.IF_NEEDED);

    /** As {@link #LEGACY}, but in the newest version that this library speaks. */
    public static final DlpackRequest ANY = new DlpackRequest(DlpackVersion.CURRENT, null, null, CopyPolicy.IF_NEEDED);

    public DlpackRequest {
        Objects.requireNonNull(copy, "copy");
    }

    /** The same request of a consumer that understands versions up to this one. */
    public DlpackRequest maxVersion(int major, int minor) {
        return new DlpackRequest(new DlpackVersion(major, minor), stream, device, copy);
    }

    /** The same request of a consumer that works on this stream. */
    public DlpackRequest stream(long handle) {
        return new DlpackRequest(maxVersion, handle, device, copy);
    }

    /** The same request of a consumer that wants the array there. */
    public DlpackRequest device(Device where) {
        return new DlpackRequest(maxVersion, stream, where, copy);
    }

    /** The same request with another wish about copies. */
    public DlpackRequest copy(CopyPolicy policy) {
        return new DlpackRequest(maxVersion, stream, device, policy);
    }

    /** The struct the consumer can read: of a newer major version than ours it gets ours. */
    Abi.Form form() {
        return Abi.Form.of(maxVersion != null && maxVersion.major() >= Abi.MAJOR_VERSION);
    }
}
