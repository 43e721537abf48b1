/** What was measured, as a table, JSON, a page and a chart. */
@NullMarked
package io.arrayport.conformance.bench.report;

import org.jspecify.annotations.NullMarked;
