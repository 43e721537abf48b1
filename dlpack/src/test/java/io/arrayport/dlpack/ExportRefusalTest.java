package io.arrayport.dlpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.Exchange;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.ExchangePlan.Outcome;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExportRefusalTest {
    private final long exports = Settled.counts().exports();
    private final NdArray array = Samples.C_ORDER.array(DType.INT32);

    @AfterEach
    void nothingIsLeftOut() {
        array.close();
        assertThat(Ledger.counts().exports()).isEqualTo(exports);
    }

    private NdArray over(Access access) {
        Storage storage = Storage.foreign("file", array.address(), 96, Device.CPU, access, () -> {});
        return NdArray.of(storage, DType.INT32, array.layout());
    }

    @Test
    void foreignByteOrderIsRefusedWithTheWayOut() {
        ByteOrder other = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? ByteOrder.BIG_ENDIAN
                : ByteOrder.LITTLE_ENDIAN;
        NdArray swapped = NdArray.of(array.storage(), DType.INT32.withOrder(other), array.layout());
        assertThatThrownBy(() -> Dlpack.export(swapped)).isInstanceOf(ZeroCopyException.class).hasMessageContainingAll(
                "foreign byte order",
                "copyNative()");
        ExchangePlan plan = Dlpack.capsule().plan(swapped);
        assertThat(plan.outcome()).isEqualTo(Outcome.NEEDS_COPY);
        assertThat(plan.bytes()).isEqualTo(96);
    }

    @Test
    void timesAreRefusedInAnyByteOrder() {
        for (String type : new String[]{"M8[ns]", ">m8[s]"}) {
            NdArray times = NdArray.of(array.storage(), DType.of(type), Layout.contiguous(Shape.of(4), 8));
            assertThatThrownBy(() -> Dlpack.export(times)).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContainingAll(DType.of(type).toString(), "no DLPack type code", "astype(...)");
            assertThat(Dlpack.capsule().plan(times).outcome()).isEqualTo(Outcome.REFUSED);
        }
    }

    @Test
    void aStrideThatIsNoWholeElementIsRefused() {
        NdArray odd = NdArray.of(array.storage(), DType.INT32, Layout.of(Shape.of(2, 3), new long[]{12, 6}, 0));
        assertThatThrownBy(() -> Dlpack.export(odd)).isInstanceOf(ZeroCopyException.class)
                .hasMessageContainingAll("axis 1 has a stride of 6 bytes", "itemsize 4", "copy()");
        assertThat(Dlpack.capsule().plan(odd).outcome()).isEqualTo(Outcome.NEEDS_COPY);
    }

    @Test
    void aReadOnlyArrayNeverLeavesAsALegacyCapsuleToAnUnknownConsumer() {
        for (NdArray readOnly : new NdArray[]{array.asReadOnly(), over(Access.IMMUTABLE)}) {
            assertThatThrownBy(() -> Dlpack.exportLegacy(readOnly, LegacyConsumer.UNKNOWN))
                    .isInstanceOf(ZeroCopyException.class)
                    .hasMessageContainingAll("read-only", "versioned", "copy()");
            assertThat(Dlpack.legacyCapsule().plan(readOnly).outcome()).isEqualTo(Outcome.NEEDS_COPY);
            Dlpack.exportLegacy(readOnly, LegacyConsumer.KEEPS_READ_ONLY).close();
        }
    }

    @Test
    void memoryInWhichAWriteFaultsNeverLeavesAsALegacyCapsule() {
        try (NdArray mapped = over(Access.PROTECTED)) {
            for (LegacyConsumer consumer : LegacyConsumer.values()) {
                assertThatThrownBy(() -> Dlpack.exportLegacy(mapped, consumer)).isInstanceOf(ZeroCopyException.class)
                        .hasMessageContaining("faults");
            }
            try (NdArray back = Dlpack.from(Dlpack.export(mapped))) {
                assertThat(back.isWriteable()).isFalse();
            }
        }
    }

    @Test
    void aClosedArrayIsNotExported() {
        array.close();
        assertThatThrownBy(() -> Dlpack.export(array)).isInstanceOf(ClosedException.class);
    }

    @Test
    void theExchangePoliciesHold() {
        NdArray readOnly = array.asReadOnly();
        assertThatThrownBy(() -> Exchange.to(readOnly, Dlpack.legacyCapsule(), CopyPolicy.NEVER))
                .isInstanceOf(ZeroCopyException.class);
        try (NdArray back = Dlpack.from(Exchange.to(readOnly, Dlpack.legacyCapsule(), CopyPolicy.IF_NEEDED))) {
            assertThat(back.address()).isNotEqualTo(array.address());
            assertThat(back.getLong(1, 2, 3)).isEqualTo(23);
        }
        try (NdArray back = Dlpack.from(Exchange.to(readOnly, Dlpack.capsule(), CopyPolicy.NEVER))) {
            assertThat(back.address()).isEqualTo(array.address());
        }
    }

    @Test
    void thePlanSaysWhoCouldWrite() {
        assertThat(Dlpack.capsule().plan(array).writers()).contains("both");
        assertThat(Dlpack.capsule().plan(array.asReadOnly()).writers()).contains("neither");
        assertThat(Dlpack.capsule().plan(array).bytes()).isZero();
    }
}
