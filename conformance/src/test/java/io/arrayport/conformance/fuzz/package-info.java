/** Tests of the fuzzer, and a small run of it. */
@NullMarked
package io.arrayport.conformance.fuzz;

import org.jspecify.annotations.NullMarked;
