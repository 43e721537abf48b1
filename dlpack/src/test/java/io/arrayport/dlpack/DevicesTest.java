package io.arrayport.dlpack;

import static io.arrayport.core.Np.np;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrayport.core.error.DeviceException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Arrays that lie where the processor does not reach: carried from capsule to capsule, never followed. */
class DevicesTest {
    private static long tensor(DlpackCapsule capsule, long offset) {
        return Memory.RAW.get(JAVA_LONG_UNALIGNED, capsule.address() + capsule.form().tensor + offset);
    }

    private static ForeignTensor on(DeviceType type) {
        ForeignTensor tensor = new ForeignTensor(true);
        tensor.setInt(tensor.form.tensor + Abi.DEVICE_TYPE, type.code())
                .setInt(tensor.form.tensor + Abi.DEVICE_ID, 3).tensor(Abi.DATA, 0x7f00_0000_0100L)
                .tensor(Abi.BYTE_OFFSET, 64);
        return tensor;
    }

    @ParameterizedTest
    @EnumSource(value = DeviceType.class, mode = Mode.EXCLUDE, names = "CPU")
    void everyDeviceOfTheHeaderIsCarriedWithItsOffset(DeviceType type) {
        try (ForeignTensor tensor = on(type)) {
            try (NdArray array = Dlpack.from(tensor.capsule()).get("..., ::-1");
                    DlpackCapsule again = Dlpack.export(array)) {
                assertThat(array.storage().device()).isEqualTo(new Device(type, 3));
                assertThat(again.deviceCode()).isEqualTo(type.code());
                boolean addressed = type.name().matches("CUDA.*|ROCM.*|ONEAPI");
                assertThat(tensor(again, Abi.DATA)).isEqualTo(0x7f00_0000_0100L + (addressed ? 64 + 12 : 0));
                assertThat(tensor(again, Abi.BYTE_OFFSET)).isEqualTo(addressed ? 0 : 64 + 12);
            }
            assertThat(tensor.deletions()).isEqualTo(1);
        }
    }

    @Test
    void nothingFollowsAnAddressOnADevice() {
        try (ForeignTensor tensor = on(DeviceType.CUDA)) {
            try (NdArray array = Dlpack.from(tensor.capsule())) {
                assertThatThrownBy(() -> array.getDouble(0, 0, 0)).isInstanceOf(DeviceException.class);
                assertThatThrownBy(() -> np.add(array, 1)).isInstanceOf(DeviceException.class);
                assertThatThrownBy(array::copy).isInstanceOf(DeviceException.class);
            }
        }
    }

    @Test
    void aNegativeNumberOfADeviceIsRefused() {
        try (ForeignTensor tensor = on(DeviceType.CUDA)) {
            tensor.setInt(tensor.form.tensor + Abi.DEVICE_ID, -1);
            assertThatThrownBy(() -> Dlpack.from(tensor.capsule())).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining("dl_tensor.device.device_id is -1, expected at least 0");
        }
    }

    @Test
    void aStrideThatLeavesABufferIsRefused() {
        try (ForeignTensor tensor = on(DeviceType.OPENCL)) {
            tensor.axes(new long[]{20}, new long[]{-1});
            assertThatThrownBy(() -> Dlpack.from(tensor.capsule())).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContainingAll("dl_tensor.strides[0] is -1", "19 steps stay in the buffer");
        }
        try (ForeignTensor tensor = on(DeviceType.OPENCL)) {
            tensor.axes(new long[]{17}, new long[]{-1}); // exactly to the start
            Dlpack.from(tensor.capsule()).close();
        }
    }
}
