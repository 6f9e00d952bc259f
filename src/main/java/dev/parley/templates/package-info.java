/// Ready-made agents, roles and actions a business can start from, in the languages agents speak.
@NullMarked
package dev.parley.templates;

import org.jspecify.annotations.NullMarked;
