package io.arrayport.arrow;

import static io.arrayport.arrow.HostileStructs.word;
import static io.arrayport.core.Np.np;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.memory.Memory;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Producers of streams whose callbacks do not do what they should: refused, and released exactly once. */
class HostileStreamTest {
    private static final int EIO = 5;

    private final Arena arena = Arena.ofShared();
    private int releases;
    private long message;

    /** {@code get_schema} or {@code get_next}; returns errno. */
    private interface Get {
        int of(long stream, long out);
    }

    private interface Release {
        void of(long stream);
    }

    private interface LastError {
        long of(long stream);
    }

    @AfterEach
    void close() {
        arena.close();
        assertThat(ArrowC.liveExports()).isZero();
    }

    private long stub(Class<?> type, Object callback, FunctionDescriptor descriptor) {
        MethodType method = descriptor.toMethodType();
        try {
            MethodHandle handle = MethodHandles.lookup().findVirtual(type, "of", method).bindTo(callback);
            return Linker.nativeLinker().upcallStub(handle, descriptor, arena).address();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** A stream whose schema is what {@code get} makes of it. */
    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Get get) {
        long stream = arena.allocate(40, 8).address();
        FunctionDescriptor getter = FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG);
        word(stream, stub(Get.class, get, getter));
        word(stream + 8, stub(Get.class, (Get) (_, _) -> EIO, getter));
        word(stream + 16, stub(LastError.class, (LastError) _ -> message, FunctionDescriptor.of(JAVA_LONG, JAVA_LONG)));
        word(stream + 24, stub(Release.class, (Release) _ -> releases++, FunctionDescriptor.ofVoid(JAVA_LONG)));
        var refused = assertThatThrownBy(() -> ArrowC.stream(stream));
        assertThat(releases).isEqualTo(1);
        return refused;
    }

    @Test
    void aSchemaThatIsNoStructOfColumnsIsRefused() {
        try (CStructs structs = ArrowC.structs(ArrowColumn.of("x", np.arange(3)))) {
            assertRefused((_, out) -> {
                Memory.copy(structs.schema(), out, HostileStructs.SCHEMA_BYTES);
                word(structs.schema() + 56, 0);
                return 0;
            }).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining("get_schema: format: expected a struct of columns, found int64");
        }
    }

    @Test
    void aSchemaThatIsNotFilledIsRefused() {
        assertRefused((_, _) -> 0).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("get_schema: the producer left release NULL");
    }

    @Test
    void aProducerThatFailsMayNotSayWhy() {
        assertRefused((_, _) -> EIO).isInstanceOf(ArrayportException.class)
                .hasMessageEndingWith("get_schema failed with errno 5: the producer does not say why");
    }

    @Test
    void aMessageThatIsNoAddressIsNotFollowed() {
        message = -1;
        assertRefused((_, _) -> EIO).isInstanceOf(ArrayportException.class)
                .hasMessageEndingWith("get_last_error: expected a C string, found 0xffffffffffffffff");
    }

    @Test
    void aMessageThatIsNoTextIsNotPassedOn() {
        message = arena.allocateFrom(java.lang.foreign.ValueLayout.JAVA_BYTE, (byte) 0xff, (byte) 0).address();
        assertRefused((_, _) -> EIO).isInstanceOf(ArrayportException.class)
                .hasMessageEndingWith("the producer's message is no text");
    }
}
