package io.arrayport.gpu.kernel;

import java.util.function.BiConsumer;

/** Some of the kernels of the table. */
@FunctionalInterface
interface KernelRows {
    /**
     * Hands over a module's name and a line of its source, for each kernel. The first word of the name, up to an
     * underscore, is the header's, in src/main/cuda. The line is a macro that makes the kernel, whose name is the
     * macro's in small letters and its arguments, joined by underscores; but {@code MOVE}'s.
     */
    void forEach(BiConsumer<String, String> row);
}
