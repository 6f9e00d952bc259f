/// The HTTP server: routes, requests, answers and problems. Features never see the event loop.
@NullMarked
package dev.parley.platform.http;

import org.jspecify.annotations.NullMarked;
