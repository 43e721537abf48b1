/** Whole programs, each in a JVM of its own: what a user would run, and what would kill it. */
@NullMarked
package io.arrayport.conformance.acceptance;

import org.jspecify.annotations.NullMarked;
