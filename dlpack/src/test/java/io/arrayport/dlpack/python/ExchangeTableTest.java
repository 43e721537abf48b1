package io.arrayport.dlpack.python;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.DlpackPrototype;
import io.arrayport.dlpack.DlpackRaw;
import io.arrayport.dlpack.LegacyAccess;
import io.arrayport.dlpack.Samples;
import org.junit.jupiter.api.Test;

/** The table of C functions, used as a consumer in C uses it. */
class ExchangeTableTest {
    private static final long NAME = Capsules.name("dlpack_exchange_api");
    private static final List<String> ERRORS = new ArrayList<>();

    private static long table(Python python) {
        try (PyObject capsule = python.module("arrayport").attr("Array").attr("__dlpack_c_exchange_api__")) {
            return Gil.hold(() -> CPython.capsulePointer(capsule.address(), NAME));
        }
    }

    private static MethodHandle function(long table, String field, FunctionDescriptor type) {
        long offset = ExchangeTable.LAYOUT.byteOffset(PathElement.groupElement(field));
        long address = Memory.RAW.get(JAVA_LONG_UNALIGNED, table + offset);
        assertThat(address).as(field).isNotZero();
        return Linker.nativeLinker().downcallHandle(MemorySegment.ofAddress(address), type);
    }

    private static final FunctionDescriptor TWO = FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG);

    @Test
    void itLiesAsInTheHeader() {
        assertThat(ExchangeTable.LAYOUT.byteSize()).isEqualTo(56);
        assertThat(List.of("prev_api", "managed_tensor_allocator", "managed_tensor_from_py_object_no_sync",
                "managed_tensor_to_py_object_no_sync", "dltensor_from_py_object_no_sync", "current_work_stream")
                .stream()
                .map(field -> ExchangeTable.LAYOUT.byteOffset(PathElement.groupElement(field))))
                .containsExactly(8L, 16L, 24L, 32L, 40L, 48L);
        try (Python python = Pythons.with("sys")) {
            assertThat(Memory.RAW.get(JAVA_LONG_UNALIGNED, table(python))).isEqualTo(1L | 3L << 32);
        }
    }

    @Test
    void objectsCrossByItBothWays() throws Throwable {
        long exports = DlpackRaw.liveExports();
        try (Python python = Pythons.with("sys"); Arena arena = Arena.ofConfined();
                NdArray array = Samples.NEGATIVE.array(DType.INT16)) {
            long table = table(python);
            PyObject object = python.of(array);
            MemorySegment out = arena.allocate(JAVA_LONG);
            MethodHandle from = function(table, "managed_tensor_from_py_object_no_sync", TWO);
            MethodHandle to = function(table, "managed_tensor_to_py_object_no_sync", TWO);
            assertThat(locked(() -> (int) from.invokeExact(object.address(), out.address()))).isZero();
            long managed = out.get(JAVA_LONG, 0);
            assertThat(locked(() -> (int) to.invokeExact(managed, out.address()))).isZero();
            try (PyObject back = python.object(out.get(JAVA_LONG, 0)); NdArray same = back.toArray()) {
                Gil.release(() -> CPython.decref(back.address())); // the reference that the table gave
                assertThat(same.address()).isEqualTo(array.address());
                assertThat(same.layout().strides()).isEqualTo(array.layout().strides());
            }
        }
        assertThat(DlpackRaw.liveExports()).isEqualTo(exports);
    }

    private interface Call {
        int run() throws Throwable;
    }

    private static int locked(Call call) {
        return Gil.hold(() -> {
            try {
                return call.run();
            } catch (Throwable t) {
                throw new AssertionError(t);
            }
        });
    }

    @Test
    void aTensorIsLentForAsLongAsItsObjectLives() throws Throwable {
        try (Python python = Pythons.with("sys"); Arena arena = Arena.ofConfined();
                NdArray array = Samples.C_ORDER.array(DType.FLOAT32)) {
            MemorySegment tensor = arena.allocate(DlpackPrototype.BYTES, 8);
            MethodHandle lend = function(table(python), "dltensor_from_py_object_no_sync", TWO);
            PyObject object = python.of(array);
            assertThat(locked(() -> (int) lend.invokeExact(object.address(), tensor.address()))).isZero();
            assertThat(tensor.get(JAVA_LONG, 0)).isEqualTo(array.address());
            assertThat(tensor.get(JAVA_INT, 16)).isEqualTo(3);
            MemorySegment shape = tensor.get(ADDRESS, 24).reinterpret(24);
            assertThat(shape.toArray(JAVA_LONG)).containsExactly(2, 3, 4);
        }
    }

    @Test
    void whatIsNoObjectOfOursIsRefusedWithAPythonException() throws Throwable {
        try (Python python = Pythons.with("sys"); Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(JAVA_LONG);
            PyObject stranger = python.eval("object()");
            for (String field : List.of("managed_tensor_from_py_object_no_sync", "dltensor_from_py_object_no_sync")) {
                MethodHandle call = function(table(python), field, TWO);
                String raised = Gil.hold(() -> {
                    assertThat(locked(() -> (int) call.invokeExact(stranger.address(), out.address()))).isEqualTo(-1);
                    return Raised.take().getMessage();
                });
                assertThat(raised).startsWith("AttributeError");
            }
        }
    }

    @Test
    void memoryIsMadeByAPrototype() throws Throwable {
        long exports = DlpackRaw.liveExports();
        try (Python python = Pythons.with("sys"); Arena arena = Arena.ofConfined();
                NdArray array = Samples.C_ORDER.array(DType.COMPLEX64)) {
            MethodHandle allocate = function(table(python), "managed_tensor_allocator",
                    FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
            long setError = Linker.nativeLinker().upcallStub(MethodHandles.lookup().findStatic(ExchangeTableTest.class,
                    "setError", MethodType.methodType(void.class, long.class, long.class, long.class)),
                    FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG, JAVA_LONG), arena).address();
            MemorySegment out = arena.allocate(JAVA_LONG);
            long managed = DlpackRaw.exportVersioned(array);
            long prototype = DlpackPrototype.tensor(managed);
            assertThat((int) allocate.invokeExact(prototype, out.address(), 42L, setError)).isZero();
            try (NdArray made = DlpackRaw.open("test", out.get(JAVA_LONG, 0), true, LegacyAccess.READ_ONLY)) {
                assertThat(made.dtype()).isEqualTo(DType.COMPLEX64);
                assertThat(made.shape()).isEqualTo(Shape.of(2, 3, 4));
                assertThat(made.address()).isNotEqualTo(array.address());
            }
            Memory.RAW.set(JAVA_INT, prototype + 8, 2); // on a CUDA device
            assertThat((int) allocate.invokeExact(prototype, out.address(), 42L, setError)).isEqualTo(-1);
            assertThat(ERRORS).hasSize(1);
            assertThat(ERRORS.removeFirst()).startsWith("42 BufferError").contains("cuda:0");
            DlpackRaw.release(managed, true);
        }
        assertThat(DlpackRaw.liveExports()).isEqualTo(exports);
    }

    @SuppressWarnings("unused") // found by name
    private static void setError(long context, long kind, long message) {
        ERRORS.add(context + " " + Libpython.text(kind) + ": " + Libpython.text(message));
    }

    @Test
    void mainMemoryHasNoStream() throws Throwable {
        try (Python python = Pythons.with("sys"); Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(JAVA_LONG);
            out.set(JAVA_LONG, 0, 7);
            MethodHandle stream = function(table(python), "current_work_stream",
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
            assertThat((int) stream.invokeExact(1, 0, out.address())).isZero();
            assertThat(out.get(JAVA_LONG, 0)).isZero();
        }
    }

    @Test
    void anOlderTableIsFoundBehindOneOfAnotherMajorVersion() {
        try (Python python = Pythons.with("numpy"); Arena arena = Arena.ofConfined();
                NdArray array = Samples.C_ORDER.array(DType.FLOAT32)) {
            long ours = table(python);
            MemorySegment newer = arena.allocate(ExchangeTable.LAYOUT);
            newer.set(JAVA_INT, 0, 9);
            newer.set(JAVA_LONG, 8, ours);
            MemorySegment circle = arena.allocate(ExchangeTable.LAYOUT);
            circle.set(JAVA_INT, 0, 9);
            circle.set(JAVA_LONG, 8, circle.address());
            python.set("j", array);
            for (MemorySegment table : List.of(newer, circle)) {
                PyObject capsule = python.own(() -> CPython.capsuleNew(table.address(), NAME, 0));
                python.set("capsule", capsule);
                // A type that has nothing of its own but the table: what comes in comes by it, or not at all.
                python.exec("""
                        class Only:
                            __dlpack_c_exchange_api__ = capsule
                            _handle = j._handle
                            def __dlpack__(self, **keywords):
                                raise RuntimeError("asked")
                        only = Only()""");
                try (PyObject only = python.get("only")) {
                    if (table == newer) {
                        try (NdArray back = only.toArray()) {
                            assertThat(back.address()).isEqualTo(array.address());
                        }
                    } else {
                        assertThat(catchThrowable(only::toArray)).hasMessageContaining("asked");
                    }
                }
            }
            python.exec("import gc\ndel Only, only\ngc.collect()"); // a class is a circle
        }
    }
}
