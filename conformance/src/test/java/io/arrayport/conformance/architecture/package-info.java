/** The arrows between modules and layers, and the size of files: what design.md draws, held by the build. */
@NullMarked
package io.arrayport.conformance.architecture;

import org.jspecify.annotations.NullMarked;
