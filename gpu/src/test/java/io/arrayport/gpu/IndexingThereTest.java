package io.arrayport.gpu;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.mode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.index.IndexMode;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.gpu.driver.Gpu;
import io.arrayport.gpu.emulator.Emulator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Elements by position, of every type and of several layouts, compared with the host's. */
class IndexingThereTest {
    private static final int LAUNCH_OUT_OF_RESOURCES = 701;
    private static final int LAUNCH_FAILED = 719;

    @BeforeAll
    static void aDevice() {
        assumeTrue(Emulator.get().isPresent() || CudaDriver.probe().available(),
                "neither g++ for the emulator nor a GPU is here");
    }

    private static List<NdArray> layouts(DType type) {
        NdArray a = Samples.of(type, 60, 3).reshape(3, 4, 5);
        return List.of(a, a.transpose(2, 0, 1), a.get("::-1, ::2"), a.get(":, 1, :"));
    }

    @Test
    void takes() {
        try (Scope _ = np.scope()) {
            NdArray places = np.array(List.of(List.of(0L, 2L, -1L), List.of(1L, 1L, -3L)));
            for (DType type : Samples.types()) {
                for (NdArray a : layouts(type)) {
                    NdArray there = a.toDevice(Both.GPU);
                    NdArray thesePlaces = places.toDevice(Both.GPU);
                    String what = type + " " + a.shape();
                    if (a.shape().dim(0) >= 3) {
                        Both.same(what, np.take(a, places, axis(0)), np.take(there, thesePlaces, axis(0)));
                    }
                    Both.same(what, np.take(a, places), np.take(there, thesePlaces));
                    Both.same(what, np.take(a, places, axis(-1)), np.take(there, thesePlaces, axis(-1)));
                    Both.same(what, a.get(places.get("0")), there.get(thesePlaces.get("0")));
                }
            }
        }
    }

    @Test
    void severalPositions() {
        try (Scope _ = np.scope()) {
            NdArray rows = np.array(List.of(List.of(0L), List.of(-1L), List.of(2L)));
            NdArray columns = np.array(List.of(0L, 3L, -2L));
            for (DType type : Samples.types()) {
                NdArray a = Samples.of(type, 60, 4).reshape(3, 4, 5);
                NdArray there = a.toDevice(Both.GPU);
                Both.same(type.str(), a.get(rows, columns),
                        there.get(rows.toDevice(Both.GPU), columns.toDevice(Both.GPU)));
            }
        }
    }

    @Test
    void ofEqualPositionsTheLastOneCounts() {
        try (Scope _ = np.scope()) {
            NdArray places = np.remainder(np.arange(40).multiply(7), 5).subtract(2);
            for (DType type : Samples.types()) {
                for (int width : List.of(1, 3)) {
                    NdArray a = Samples.of(type, 5 * width, 5).reshape(5, width);
                    NdArray b = Samples.of(type, 40 * width, 6).reshape(40, width);
                    NdArray there = a.toDevice(Both.GPU);
                    a.set(b, places);
                    there.set(b.toDevice(Both.GPU), places.toDevice(Both.GPU));
                    Both.same(type.str(), a, there);
                    NdArray c = Samples.of(type, 40, 7);
                    np.put(a, places, c);
                    np.put(there, places.toDevice(Both.GPU), c.toDevice(Both.GPU));
                    Both.same(type.str(), a, there);
                }
            }
        }
    }

    @Test
    void positionsOfEachRow() {
        try (Scope _ = np.scope()) {
            NdArray places = np.remainder(np.arange(21).multiply(5), 9).subtract(4).reshape(3, 7);
            for (DType type : Samples.numbers()) {
                NdArray a = Samples.of(type, 15, 8).reshape(3, 5);
                NdArray there = a.toDevice(Both.GPU);
                NdArray thesePlaces = places.toDevice(Both.GPU);
                Both.same(type.str(), np.takeAlongAxis(a, places, axis(1)),
                        np.takeAlongAxis(there, thesePlaces, axis(1)));
                NdArray b = Samples.of(type, 21, 9).reshape(3, 7);
                np.putAlongAxis(a, places, b, axis(1));
                np.putAlongAxis(there, thesePlaces, b.toDevice(Both.GPU), axis(1));
                Both.same(type.str(), a, there);
            }
        }
    }

    @Test
    void chooses() {
        try (Scope _ = np.scope()) {
            NdArray which = np.remainder(np.arange(12), 3).reshape(3, 4);
            for (DType type : Samples.types()) {
                NdArray a = Samples.of(type, 12, 1).reshape(3, 4);
                NdArray b = Samples.of(type, 4, 2);
                NdArray c = Samples.of(type, 12, 3).reshape(4, 3).T();
                Both.same(type.str(), np.choose(which, List.of(a, b, c)), np.choose(which.toDevice(Both.GPU),
                        List.of(a.toDevice(Both.GPU), b.toDevice(Both.GPU), c.toDevice(Both.GPU))));
            }
            NdArray many = np.arange(30);
            List<NdArray> here = new ArrayList<>();
            List<NdArray> there = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                here.add(np.full(Shape.of(30), i * i));
                there.add(here.getLast().toDevice(Both.GPU));
            }
            Both.same("thirty", np.choose(many, here), np.choose(many.toDevice(Both.GPU), there));
        }
    }

    private static NdArray on(Device device, NdArray a) {
        return device.equals(Device.CPU) ? a : a.toDevice(device);
    }

    @Test
    void positionsThatAreNotThere() {
        try (Scope _ = np.scope()) {
            NdArray a = np.arange(12.0).reshape(3, 4);
            NdArray wrong = np.array(List.of(0L, 1L, 4L, -9L));
            NdArray rows = np.array(List.of(0L, 2L, 0L, 1L));
            NdArray each = np.broadcastTo(wrong, Shape.of(3, 4)).copy();
            Both.refused("take", on -> np.take(on(on, a), on(on, wrong), axis(1)));
            Both.refused("get", on -> on(on, a).get(on(on, wrong)));
            Both.refused("both", on -> on(on, a).get(on(on, rows), on(on, wrong)));
            Both.refused("along", on -> np.takeAlongAxis(on(on, a), on(on, each), axis(1)));
            Both.refused("empty rows", on -> on(on, np.zeros(Shape.of(3, 0))).get(on(on, wrong)));
            Both.refused("no rows", on -> on(on, np.zeros(Shape.of(0, 3))).get(on(on, rows)));
            Both.refused("choose", on -> np.choose(on(on, wrong), List.of(on(on, rows), on(on, rows))));
            NdArray there = a.toDevice(Both.GPU);
            Both.refused("set", on -> {
                (on.equals(Device.CPU) ? a.copy() : there).set(on(on, np.zeros(Shape.of(4, 4))), on(on, wrong));
                return there;
            });
            Both.refused("put along", on -> {
                np.putAlongAxis(on.equals(Device.CPU) ? a.copy() : there, on(on, each),
                        on(on, np.zeros(Shape.of(3, 4))), axis(1));
                return there;
            });
            Both.same("nothing is written", a, there);
            Both.same("the next one", np.take(a, rows, axis(1)), np.take(there, rows.toDevice(Both.GPU), axis(1)));
            Both.same("wrapped", np.choose(wrong, List.of(rows, wrong), mode(IndexMode.WRAP)),
                    np.choose(wrong.toDevice(Both.GPU), List.of(rows.toDevice(Both.GPU), wrong.toDevice(Both.GPU)),
                            mode(IndexMode.WRAP)));
        }
    }

    @Test
    void nothingLeaksWhenTheDriverRefuses() {
        assumeTrue(Emulator.get().isPresent(), "failures are made by the emulator");
        try (Scope _ = np.scope()) {
            NdArray a = np.arange(12.0).reshape(3, 4).toDevice(Both.GPU);
            NdArray places = np.array(List.of(0L, 2L)).toDevice(Both.GPU);
            np.take(a, places, axis(1));
            long before = Gpu.of(0).pool().usage().live();
            for (String call : List.of("cuLaunchKernel", "cuMemcpyDtoHAsync_v2")) {
                Emulator.fail(call, LAUNCH_OUT_OF_RESOURCES);
                assertThatThrownBy(() -> np.take(a, places, axis(1))).isInstanceOf(DeviceException.class);
                Emulator.fail(call, LAUNCH_FAILED);
                assertThatThrownBy(() -> a.set(a.get("0").copy(), places)).isInstanceOf(RuntimeException.class);
            }
            assertThat(Gpu.of(0).pool().usage().live()).isLessThanOrEqualTo(before + 4096);
            assertThat(np.take(a, places, axis(1)).toDevice(Device.CPU).get("1").tolist())
                    .isEqualTo(List.of(4.0, 6.0));
        }
    }
}
