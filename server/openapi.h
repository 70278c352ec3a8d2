#pragma once

#include <span>
#include <string_view>

#include "server/domain/value.h"
#include "server/http/router.h"

/// The description of the API that programs read (OpenAPI 3.1), made of the routes, one table of operations,
/// THE table of kinds and the list of refusals.
namespace remise {

/// What the routes themselves do not tell of an operation.
struct Operation {
    std::string_view method, path;
    std::string_view summary;
    /// Parameters of the address, blank-separated `name=type`, with `!` when it must be there; types as in
    /// THE table of kinds, and `time`.
    std::string_view query;
    /// Media type of the body, with the name of its schema where it is JSON: "application/json Command[]".
    std::string_view body;
    std::string_view reply;
    int status = 200;
    int otherStatus = 0;  ///< answered too, with the same body; 0: none
};

std::span<const Operation> operations();

/// True for what is described: everything below /api, the probes and the passport.
bool isDescribed(std::string_view path);

/// The document for these routes.
domain::Value describeApi(const std::vector<http::Route>&);

/// The schema of one type of THE table's fields.
domain::Value schemaOf(std::string_view type);
domain::Value reference(std::string_view schema);
/// Every named schema.
domain::Value schemas();

}  // namespace remise
