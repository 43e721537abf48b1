package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicInteger;

import io.arrayport.core.error.ClosedException;
import io.arrayport.core.foreign.Releases;
import io.arrayport.core.memory.Memory;

/**
 * Owns one DLPack managed tensor, of this library or of another, until a consumer takes it.
 *
 * <p>A capsule is consumed once: {@link #consume()} hands the address and the duty to call the deleter to the caller,
 * and every later attempt is an exception. A capsule that nobody consumed calls the deleter when it is closed, once,
 * from any thread. One that is dropped unclosed is closed when the collector finds it.
 */
public final class DlpackCapsule implements AutoCloseable {
    private final State state;
    private final Cleaner.Cleanable cleanable;

    private DlpackCapsule(long address, Abi.Form form) {
        state = new State(address, form);
        cleanable = Releases.whenDropped(this, state);
    }

    /**
     * Takes ownership of a managed tensor of another library: from now on only this capsule calls its deleter. The
     * descriptor is not looked at before it is imported.
     *
     * @param address of a {@code DLManagedTensorVersioned} or a {@code DLManagedTensor}; it has to be one, as this
     *        cannot be checked
     * @param versioned which of the two
     * @throws io.arrayport.core.error.ForeignDescriptorException if the address is NULL, or owned by a capsule or an
     *        imported array already
     */
    public static DlpackCapsule adopt(long address, boolean versioned) {
        Claims.claim("adopt", address);
        try {
            return new DlpackCapsule(address, Abi.Form.of(versioned));
        } catch (RuntimeException | Error e) {
            Claims.drop(address);
            throw e;
        }
    }

    /**
     * Address of the managed tensor, which stays owned by this capsule: good for as long as the capsule is reachable
     * and open.
     *
     * @throws ClosedException if the capsule was consumed or closed
     */
    public long address() {
        state.check("address");
        return state.address;
    }

    /** Whether the tensor is a {@code DLManagedTensorVersioned}, else a {@code DLManagedTensor}. */
    public boolean isVersioned() {
        return state.form == Abi.Form.VERSIONED;
    }

    /**
     * DLPack's number of the device that the descriptor names, believed as it stands.
     *
     * @throws ClosedException if the capsule was consumed or closed
     */
    public int deviceCode() {
        return Memory.RAW.get(JAVA_INT_UNALIGNED, address() + form().tensor + Abi.DEVICE_TYPE);
    }

    /**
     * Whether the producer made a copy for this capsule, so that its consumer is the only one to see the bytes. A
     * legacy capsule cannot say so.
     *
     * @throws ClosedException if the capsule was consumed or closed
     */
    public boolean isCopied() {
        return (flags() & Abi.IS_COPIED) != 0;
    }

    /**
     * Whether the producer forbids writes. A legacy capsule cannot say so.
     *
     * @throws ClosedException if the capsule was consumed or closed
     */
    public boolean isReadOnly() {
        return (flags() & Abi.READ_ONLY) != 0;
    }

    /**
     * Whether elements smaller than a byte take a byte each; else they lie side by side, and {@link Dlpack#packed}
     * takes them. A legacy capsule cannot say so.
     *
     * @throws ClosedException if the capsule was consumed or closed
     */
    public boolean isPadded() {
        return (flags() & Abi.SUBBYTE_PADDED) != 0;
    }

    /** Of another major version only the place of the deleter is known. */
    private long flags() {
        long address = address();
        return isVersioned() && Memory.RAW.get(JAVA_INT_UNALIGNED, address + Abi.MAJOR) == Abi.MAJOR_VERSION
                ? Memory.RAW.get(JAVA_LONG_UNALIGNED, address + Abi.FLAGS)
                : 0;
    }

    /** Whether a consumer took the tensor. */
    public boolean isConsumed() {
        return state.get() == State.CONSUMED;
    }

    /**
     * Passes the tensor to a consumer outside this library, which has to call its deleter exactly once.
     *
     * @return the address of the managed tensor
     * @throws ClosedException if the capsule was consumed or closed before
     */
    public long consume() {
        take("consume");
        Claims.drop(state.address);
        return state.address;
    }

    /** Like {@link #consume()}, but the tensor stays claimed: its next owner is an array of this library. */
    void take(String operation) {
        try {
            state.take(operation);
            cleanable.clean();
        } finally {
            Reference.reachabilityFence(this); // or the cleaner could close the tensor while it is being taken
        }
    }

    Abi.Form form() {
        return state.form;
    }

    long rawAddress() {
        return state.address;
    }

    /** Calls the deleter if nobody consumed the tensor; does nothing otherwise, or the second time. */
    @Override
    public void close() {
        cleanable.clean();
    }

    @Override
    public String toString() {
        return "DlpackCapsule(0x" + Long.toHexString(state.address) + (isVersioned() ? ", versioned, " : ", legacy, ")
                + State.NAMES[state.get()] + ")";
    }

    /** Apart from the capsule, so that the cleaner does not hold it. */
    private static final class State extends AtomicInteger implements Runnable {
        private static final long serialVersionUID = 1L;
        static final int LIVE = 0;
        static final int CONSUMED = 1;
        static final int CLOSED = 2;
        static final String[] NAMES = {"live", "consumed", "closed"};

        final long address;
        final Abi.Form form;

        State(long address, Abi.Form form) {
            this.address = address;
            this.form = form;
        }

        void check(String operation) {
            int now = get();
            if (now != LIVE) {
                throw new ClosedException(
                        "dlpack " + operation + ": the capsule of the tensor at 0x" + Long.toHexString(address) + " is "
                                + NAMES[now] + "; a capsule is consumed once, export the array again");
            }
        }

        void take(String operation) {
            if (!compareAndSet(LIVE, CONSUMED)) {
                check(operation);
            }
        }

        /** The cleaner's action: closes what is still live. */
        @Override
        public void run() {
            if (compareAndSet(LIVE, CLOSED)) {
                Claims.drop(address);
                Managed.release(address, form);
            }
        }
    }
}
