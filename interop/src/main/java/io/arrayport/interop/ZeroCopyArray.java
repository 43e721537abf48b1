package io.arrayport.interop;

import java.util.Map;
import java.util.Optional;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.arrayport.arrow.ArrowBridge;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.Exchange;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Source;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.memory.Stored;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackCapsule;
import io.arrayport.torch.Torch;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/**
 * One array that every framework can see: taken from one neighbour, given to another, its bytes where they were.
 *
 * <pre>{@code
 * try (ZeroCopyArray column = ZeroCopyArray.from(arrow(vector))) {
 *     NDArray tensor = column.as(torch(manager));      // the same address, or an exception that says why not
 * }
 * }</pre>
 *
 * <p>{@code as…} moves zero bytes or throws {@link ZeroCopyException} with the reason and what
 * to call instead; {@link #to} may copy, if its policy lets it, and each copy is a JFR event {@code io.arrayport.Copy};
 * {@link #explain} says beforehand. What comes out of an exchange keeps the bytes alive by itself, so this array may be
 * closed first: closing ends Java's access, the memory goes when the last neighbour lets go.
 *
 * <p>A thin view of an {@link NdArray}, which computes. Thread-safe as far as the elements are not written
 * concurrently.
 */
public final class ZeroCopyArray implements Stored, AutoCloseable {
    private final NdArray array;

    private ZeroCopyArray(NdArray array) {
        this.array = array;
    }

    /**
     * {@code array} with the exchange methods: shares its bytes, life and access. Closing either closes {@code array}'s
     * storage, for {@code wrap(batch.column(name))} the whole table; {@code from(arrow(batch, name))} has a life of its
     * own.
     */
    public static ZeroCopyArray wrap(NdArray array) {
        return new ZeroCopyArray(array);
    }

    /**
     * Imports a neighbour's array without moving a byte: {@code from(torch(ndarray))}, {@code from(arrow(vector))},
     * {@code from(dlpack(capsule))}. It shares the neighbour's memory, which stays alive until this array is closed by
     * the caller; what can be consumed once, such as a capsule, it takes.
     *
     * @throws ZeroCopyException if the bytes cannot be shared; says why
     * @throws io.arrayport.core.error.ForeignDescriptorException if the neighbour's description is malformed
     */
    public static ZeroCopyArray from(Source source) {
        return new ZeroCopyArray(source.open());
    }

    /**
     * The array as {@code target}'s type, which shares its bytes and keeps them, closed or not this array.
     *
     * @throws ZeroCopyException if it would take a copy, or cannot be; says why and what to call
     * @throws ClosedException if this array is closed
     */
    public <T> T as(Target<T> target) {
        return to(target, CopyPolicy.NEVER);
    }

    /**
     * The array as {@code target}'s type, which shares its bytes or, where {@code policy} allows, copies them.
     *
     * @throws ZeroCopyException if the policy does not allow what it takes
     * @throws ClosedException if this array is closed
     */
    public <T> T to(Target<T> target, CopyPolicy policy) {
        try {
            return Exchange.to(array, target, policy);
        } catch (ZeroCopyException | ClosedException refused) {
            // Closed before or meanwhile: what a target makes of that depends on when it looked.
            throw storage().isClosed() ? new ClosedException(explain(target).toString(), refused) : refused;
        }
    }

    /**
     * What {@link #from(Source)} would do: shares, and who can write then, or is refused, and why. Copies nothing,
     * takes nothing; empty for a source that only opening tells about, because that takes what is in it.
     */
    public static Optional<ExchangePlan> explain(Source source) {
        return source.plan();
    }

    /**
     * What {@link #as}, or {@link #to} where it may copy, would do: shares or not, bytes that would move, who can write
     * then, the reason and the remedy. Copies nothing.
     */
    public ExchangePlan explain(Target<?> target) {
        return explain(target, CopyPolicy.IF_NEEDED);
    }

    /** As {@link #explain(Target)}, for {@link #to} under this policy. Copies nothing. */
    public ExchangePlan explain(Target<?> target, CopyPolicy policy) {
        // Not every target looks: most find out when they take their lease.
        return storage().isClosed() ? ExchangePlan.refused(target.name(), "the array is closed (" + storage().origin()
                + ")", "export it before it is closed, or copy what has to outlive it")
                : Exchange.plan(array, target, policy);
    }

    /** The array that computes: shares the bytes and the life, closing either closes both. */
    public NdArray asNdArray() {
        return array;
    }

    /** As a DJL tensor of {@code manager}, which closes it; it shares the bytes, or there is an exception. */
    public NDArray asTorch(NDManager manager) {
        return as(Torch.torch(manager));
    }

    /**
     * As an Arrow vector named {@code name}, which the caller closes; it shares the bytes, or there is an exception.
     * Until it is released the array is read-only.
     */
    public FieldVector asArrow(BufferAllocator allocator, String name) {
        return as(ArrowBridge.vector(allocator, name));
    }

    /**
     * As an Arrow table of this one column, which the caller closes; it shares the bytes, or there is an exception.
     * Until it is released the array is read-only.
     */
    public VectorSchemaRoot asArrowTable(BufferAllocator allocator, String name) {
        return ArrowBridge.root(allocator, Map.of(name, array));
    }

    /**
     * As a versioned DLPack capsule, which shares the bytes; whoever consumes it owns it, else the caller closes it.
     */
    public DlpackCapsule exportDlpack() {
        return as(Dlpack.capsule());
    }

    /** Element type. */
    public DType dtype() {
        return array.dtype();
    }

    /** Lengths along the axes. */
    public Shape shape() {
        return array.shape();
    }

    /** Bytes of all elements. */
    public long nbytes() {
        return array.nbytes();
    }

    /** Address of the first element, for proofs; to be followed only while the array is open. */
    public long address() {
        return array.address();
    }

    /** Whether this side may write now. */
    public boolean isWriteable() {
        return array.isWriteable();
    }

    /** The owner of the bytes. */
    @Override
    public Storage storage() {
        return array.storage();
    }

    /** Ends Java's access through this array and every view of its storage; exports keep the bytes until given back. */
    @Override
    public void close() {
        array.close();
    }

    /** The elements, as NumPy prints them. */
    @Override
    public String toString() {
        return array.toString();
    }
}
