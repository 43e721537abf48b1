package io.arrayport.dlpack.python;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.DlpackPrototype;
import io.arrayport.dlpack.DlpackRaw;
import io.arrayport.dlpack.DlpackVersion;
import io.arrayport.dlpack.LegacyAccess;

/**
 * {@code DLPackExchangeAPI}, DLPack 1.3's table of C functions that a Python type offers, so that its objects are
 * exchanged without a Python call: ours, for others to use, and how we use theirs.
 */
final class ExchangeTable {
    static final StructLayout LAYOUT = MemoryLayout.structLayout(JAVA_INT.withName("major"), JAVA_INT.withName("minor"),
            ADDRESS.withName("prev_api"), ADDRESS.withName("managed_tensor_allocator"),
            ADDRESS.withName("managed_tensor_from_py_object_no_sync"),
            ADDRESS.withName("managed_tensor_to_py_object_no_sync"),
            ADDRESS.withName("dltensor_from_py_object_no_sync"),
            ADDRESS.withName("current_work_stream")).withName("DLPackExchangeAPI");

    private static final long NAME = Capsules.name("dlpack_exchange_api");
    private static final long FROM_OBJECT = offset("managed_tensor_from_py_object_no_sync");
    private static final FunctionDescriptor ALLOCATE = FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG,
            JAVA_LONG);
    private static final FunctionDescriptor TWO = FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final FunctionDescriptor STREAM = FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle CALL_TWO = Linker.nativeLinker().downcallHandle(TWO);
    private static final MethodHandle CALL_SET_ERROR = Linker.nativeLinker()
            .downcallHandle(FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG, JAVA_LONG));
    private static final int FAILED = -1;
    /** How many older tables of one type are looked through: a chain that is longer is a circle. */
    private static final int CHAIN = 64;

    private static final long TABLE = table();

    private ExchangeTable() {}

    private static long offset(String field) {
        return LAYOUT.byteOffset(PathElement.groupElement(field));
    }

    private static long table() {
        MemorySegment table = Arena.global().allocate(LAYOUT);
        table.set(JAVA_INT, offset("major"), DlpackVersion.CURRENT.major());
        table.set(JAVA_INT, offset("minor"), DlpackVersion.CURRENT.minor());
        function(table, "managed_tensor_allocator", "allocate", ALLOCATE);
        function(table, "managed_tensor_from_py_object_no_sync", "fromObject", TWO);
        function(table, "managed_tensor_to_py_object_no_sync", "toObject", TWO);
        function(table, "dltensor_from_py_object_no_sync", "lend", TWO);
        function(table, "current_work_stream", "stream", STREAM);
        return table.address();
    }

    private static void function(MemorySegment table, String field, String method, FunctionDescriptor type) {
        table.set(JAVA_LONG, offset(field), Upcalls.stub(ExchangeTable.class, method, type));
    }

    /** Our table as the capsule that stands on the type. */
    static long capsuleNew() {
        return CPython.capsuleNew(TABLE, NAME, 0);
    }

    /** What a function of the table does. */
    private interface Body {
        void run(Refs refs);
    }

    private static int answer(boolean exporting, Body body) {
        try (Refs refs = new Refs()) {
            body.run(refs);
            return 0;
        } catch (Throwable t) {
            try {
                Raised.raise(t, exporting);
            } catch (Throwable second) {
                Upcalls.report("an exception could not be raised", second);
            }
            return FAILED;
        }
    }

    private static JavaArrays.Held held(long object, Refs refs) {
        return JavaArrays.held(refs.own(CPython.attributeNew(object, Names.HANDLE)));
    }

    /** Fresh memory of the prototype's dtype and shape. May be called without the interpreter's lock. */
    @SuppressWarnings("unused") // found by name
    private static int allocate(long prototype, long out, long context, long setError) {
        try {
            Memory.RAW.set(JAVA_LONG_UNALIGNED, out, DlpackPrototype.allocate(prototype));
            return 0;
        } catch (Throwable t) {
            try (Arena arena = Arena.ofConfined()) {
                String message = String.valueOf(t.getMessage()).replace('\0', ' ');
                CALL_SET_ERROR.invokeExact(MemorySegment.ofAddress(setError), context,
                        arena.allocateFrom(t instanceof OutOfMemoryError ? "MemoryError" : "BufferError").address(),
                        arena.allocateFrom(message).address());
            } catch (Throwable second) {
                Upcalls.report("an allocation failed, and that could not be said", second);
            }
            return FAILED;
        }
    }

    /** An owning tensor of one of our objects. */
    @SuppressWarnings("unused") // found by name
    private static int fromObject(long object, long out) {
        return answer(true, refs -> Memory.RAW.set(JAVA_LONG_UNALIGNED, out,
                DlpackRaw.exportVersioned(held(object, refs).array())));
    }

    /** An object of ours over a tensor, which is taken over. */
    @SuppressWarnings("unused") // found by name
    private static int toObject(long managed, long out) {
        return answer(false, _ -> {
            try (NdArray array = Scope.outside(() -> DlpackRaw.open("python", managed, true,
                    LegacyAccess.READ_ONLY))) {
                Memory.RAW.set(JAVA_LONG_UNALIGNED, out, JavaArrays.objectNew(array));
            }
        });
    }

    /** Lends the tensor of one of our objects, for as long as the caller holds the object. */
    @SuppressWarnings("unused") // found by name
    private static int lend(long object, long out) {
        return answer(true, refs -> Memory.copy(DlpackPrototype.tensor(held(object, refs).managed()), out,
                DlpackPrototype.BYTES));
    }

    /** The stream of our work on a device; main memory has none. */
    @SuppressWarnings("unused") // found by name
    private static int stream(int type, int id, long out) {
        try {
            Memory.RAW.set(JAVA_LONG_UNALIGNED, out, DlpackRaw.stream(type, id));
            return 0;
        } catch (Throwable t) {
            return FAILED;
        }
    }

    /** The function by which objects of a type leave; 0 if the type has no table, or none that we can read. */
    static long exporter(long type, Refs refs) {
        long capsule = refs.ownIfAny(CPython.attributeOrNullNew(type, Names.EXCHANGE_API));
        return capsule != 0 && CPython.isCapsule(capsule, NAME) ? function(CPython.capsulePointer(capsule, NAME)) : 0;
    }

    /**
     * An owning tensor of somebody's object.
     *
     * @param function of its type, by {@link #exporter}
     * @return address of the {@code DLManagedTensorVersioned}
     * @throws PythonException what the producer raised
     */
    static long export(long function, long object) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(JAVA_LONG);
            int status;
            try {
                status = (int) CALL_TWO.invokeExact(MemorySegment.ofAddress(function), object, out.address());
            } catch (Throwable t) {
                throw Libpython.unexpected("managed_tensor_from_py_object_no_sync", t);
            }
            if (status != 0) {
                throw Raised.take();
            }
            return out.get(JAVA_LONG, 0);
        }
    }

    /** The function of the newest table in the chain that has our major version. */
    private static long function(long table) {
        long at = table;
        for (int i = 0; i < CHAIN && at != 0; i++) {
            if (Memory.RAW.get(JAVA_INT_UNALIGNED, at) == DlpackVersion.CURRENT.major()) {
                return Memory.RAW.get(JAVA_LONG_UNALIGNED, at + FROM_OBJECT);
            }
            at = Memory.RAW.get(JAVA_LONG_UNALIGNED, at + offset("prev_api"));
        }
        return 0;
    }
}
