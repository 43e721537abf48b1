package io.arrayport.dlpack.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.DlpackRaw;
import io.arrayport.dlpack.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One interpreter and many threads of Java's. */
class ThreadsTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void manyThreadsExchangeAndRunCodeAtOnce(boolean virtual) throws Exception {
        long exports = DlpackRaw.liveExports();
        try (Python python = Pythons.with("numpy"); NdArray array = Samples.C_ORDER.array(DType.INT64);
                ExecutorService threads = virtual ? Executors.newVirtualThreadPerTaskExecutor()
                        : Executors.newFixedThreadPool(8)) {
            python.exec("""
                    import numpy as np, threading
                    x = np.arange(6.0)
                    def total(a):
                        return int(a.sum())
                    """);
            PyObject total = python.get("total");
            PyObject x = python.get("x");
            long objects = Python.liveObjects();
            List<Future<?>> all = new ArrayList<>();
            for (int task = 0; task < (virtual ? 100 : 8); task++) {
                all.add(threads.submit(() -> {
                    for (int i = 0; i < (virtual ? 10 : 100); i++) {
                        try (PyObject numpy = python.numpy().accept(array); NdArray back = numpy.toArray();
                                NdArray other = x.toArray(); PyObject sum = total.call(numpy)) {
                            assertThat(back.address()).isEqualTo(array.address());
                            assertThat(other.getDouble(5)).isEqualTo(5);
                            assertThat(sum.toLong()).isEqualTo(276);
                        }
                    }
                }));
            }
            for (Future<?> task : all) {
                task.get(2, TimeUnit.MINUTES);
            }
            assertThat(Python.liveObjects()).isEqualTo(objects);
        }
        assertThat(DlpackRaw.liveExports()).isEqualTo(exports);
    }
}
