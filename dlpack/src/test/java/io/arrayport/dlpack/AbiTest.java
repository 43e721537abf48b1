package io.arrayport.dlpack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The offsets a C compiler gives {@code dlpack.h} 1.3 under LP64. */
class AbiTest {
    @Test
    void dlTensorLiesAsInTheHeader() {
        assertThat(Abi.TENSOR.byteSize()).isEqualTo(48);
        assertThat(new long[]{Abi.DATA, Abi.DEVICE_TYPE, Abi.DEVICE_ID, Abi.NDIM, Abi.CODE, Abi.BITS, Abi.LANES,
                Abi.SHAPE, Abi.STRIDES,
                Abi.BYTE_OFFSET}).containsExactly(0, 8, 12, 16, 20, 21, 22, 24, 32, 40);
    }

    @Test
    void legacyManagedTensorLiesAsInTheHeader() {
        Abi.Form form = Abi.Form.LEGACY;
        assertThat(new long[]{form.size, form.tensor, form.managerCtx, form.deleter}).containsExactly(64, 0, 48, 56);
    }

    @Test
    void versionedManagedTensorLiesAsInTheHeader() {
        Abi.Form form = Abi.Form.VERSIONED;
        assertThat(new long[]{form.size, Abi.MAJOR, Abi.MINOR, form.managerCtx, form.deleter, Abi.FLAGS, form.tensor})
                .containsExactly(80, 0, 4,
                        8, 16, 24, 32);
    }
}
