/** The command line. */
@NullMarked
package io.arrayport.interop.cli;

import org.jspecify.annotations.NullMarked;
