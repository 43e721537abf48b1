package io.arrayport.core.kernel;

/** Copies elements that lie a step apart, which it knows. */
@FunctionalInterface
interface StepKernel {
    /** Copies {@code n >= 0} elements. */
    void run(long from, long to, long n);
}
