/** What the documentation shows, compiled and run by the build. */
@NullMarked
package io.arrayport.snippets;

import org.jspecify.annotations.NullMarked;
