/** The checks that the golden cases rest on: their reader and comparison must be able to fail. */
@NullMarked
package io.arrayport.conformance.golden;

import org.jspecify.annotations.NullMarked;
