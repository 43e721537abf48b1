package io.arrayport.gpu;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import io.arrayport.arrow.ArrowC;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.core.memory.Device;

/** A library in this process that knows CUDA and Arrow's device interface, and not this one: structs by hand. */
final class Neighbour implements AutoCloseable {
    static final Device GPU = Device.cuda(0);
    static final long LENGTH = 0;
    static final long NULL_COUNT = 8;
    static final long OFFSET = 16;
    static final long BUFFERS = 40;
    static final long SCHEMA_RELEASE = 56;
    static final long RELEASE = 64;
    private static final long PRIVATE_DATA = 72;
    static final long DEVICE_ID = 80;
    static final long DEVICE_TYPE = 88;
    static final long SYNC_EVENT = 96;
    private static final int NON_BLOCKING = 1;
    private static final MemorySegment RAW = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    private static final long RELEASED = stub();

    /** How often arrays of this library were given back, and whether all work on them was done each time. */
    static int released;
    static boolean settled;
    /** The stream of whoever they were passed on to. */
    private static CudaStream theirs = CudaStream.legacy(GPU);

    private final Arena arena = Arena.ofShared();
    /** Where a schema lies, and an {@code ArrowDeviceArray}; both are marked as released at first. */
    final long schema = arena.allocate(72, 8).address();
    final long array = arena.allocate(128, 8).address();
    private final CudaStream stream = newStream();

    Neighbour() {
        released = 0;
        settled = true;
        theirs = stream;
    }

    static CudaStream newStream() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG);
            LibCuda.of(0).call("cuStreamCreate", out.address(), NON_BLOCKING);
            return new CudaStream(GPU, out.get(ValueLayout.JAVA_LONG, 0));
        }
    }

    private static long stub() {
        try {
            return Linker.nativeLinker().upcallStub(
                    MethodHandles.lookup().findStatic(Neighbour.class, "release",
                            MethodType.methodType(void.class, long.class)),
                    FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG), Arena.global()).address();
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Target of an upcall. */
    private static void release(long self) {
        word(self + RELEASE, 0);
        released++;
        settled &= CudaStream.own(GPU).isDone() && theirs.isDone();
        if (word(self + PRIVATE_DATA) != 0) {
            word(word(self + PRIVATE_DATA), 0); // where its event was told is this library's again
        }
    }

    CudaStream stream() {
        return stream;
    }

    static long word(long address) {
        return RAW.get(ValueLayout.JAVA_LONG, address);
    }

    static void word(long address, long value) {
        RAW.set(ValueLayout.JAVA_LONG, address, value);
    }

    static int integer(long address) {
        return RAW.get(ValueLayout.JAVA_INT, address);
    }

    static void integer(long address, int value) {
        RAW.set(ValueLayout.JAVA_INT, address, value);
    }

    /** Where buffer {@code index} of the array is. */
    long buffer(int index) {
        return word(word(array + BUFFERS) + 8L * index);
    }

    /** The event that a consumer of the array waits for. */
    CudaEvent event() {
        return CudaEvent.foreign(GPU, word(word(array + SYNC_EVENT)));
    }

    /** Does what a consumer does in the end. */
    static void giveBack(long struct, long release) {
        try {
            Linker.nativeLinker().downcallHandle(MemorySegment.ofAddress(word(struct + release)),
                    FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG)).invoke(struct);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Has the schema of that column, and an array of so many rows in these buffers, on CUDA, without an event. */
    Neighbour offers(ArrowColumn like, long rows, long nulls, long... buffers) {
        MemorySegment pointers = arena.allocate(8L * Math.max(1, buffers.length), 8);
        MemorySegment unused = arena.allocate(80, 8);
        ArrowC.export(like, schema, unused.address());
        giveBack(unused.address(), RELEASE);
        for (int i = 0; i < buffers.length; i++) {
            pointers.setAtIndex(ValueLayout.JAVA_LONG, i, buffers[i]);
        }
        RAW.asSlice(array, 128).fill((byte) 0);
        word(array + LENGTH, rows);
        word(array + NULL_COUNT, nulls);
        word(array + 24, buffers.length);
        word(array + BUFFERS, pointers.address());
        word(array + RELEASE, RELEASED);
        on(2, 0);
        return this;
    }

    /** Says another device. */
    Neighbour on(int type, long id) {
        integer(array + DEVICE_TYPE, type);
        word(array + DEVICE_ID, id);
        return this;
    }

    /** Says an event to be waited for, by its handle. */
    Neighbour after(long handle) {
        MemorySegment cell = arena.allocate(ValueLayout.JAVA_LONG);
        cell.set(ValueLayout.JAVA_LONG, 0, handle);
        word(array + SYNC_EVENT, cell.address());
        word(array + PRIVATE_DATA, cell.address());
        return this;
    }

    /** Copies bytes on the device, when this library's stream comes to it. */
    void copies(long from, long to, long bytes) {
        LibCuda.of(0).call("cuMemcpyDtoDAsync_v2", to, from, bytes, stream.handle());
    }

    /** Reads doubles from the device, in the order of this library's stream. */
    double[] reads(long address, int n) {
        return late(address, n).read();
    }

    Late late(long address, int n) {
        MemorySegment bytes = arena.allocate(8L * n, 8);
        LibCuda.of(0).call("cuMemcpyDtoHAsync_v2", bytes.address(), address, bytes.byteSize(), stream.handle());
        return new Late(stream, bytes);
    }

    /** Bytes that a stream copies to main memory, when it comes to that. */
    record Late(CudaStream stream, MemorySegment bytes) {
        double[] read() {
            stream.synchronize();
            return bytes.toArray(ValueLayout.JAVA_DOUBLE);
        }
    }

    @Override
    public void close() {
        stream.synchronize();
        if (word(schema + SCHEMA_RELEASE) != 0) {
            giveBack(schema, SCHEMA_RELEASE);
        }
        if (word(array + RELEASE) != 0) {
            giveBack(array, RELEASE);
        }
        arena.close();
    }
}
