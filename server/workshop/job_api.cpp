#include "server/workshop/job_api.h"

#include "server/wire/json.h"

namespace remise::workshop {

namespace {

constexpr std::size_t smallBody = 16 * 1024;

http::Reply makeJob(MakeJob& make, const http::Request& request) {
    const auto body = wire::readJson(request.body);
    if (!body) return http::Reply::problem(body.refusal(), request.language);
    const auto wanted = WantedJob::read(*body, request);
    if (!wanted) return http::Reply::problem(wanted.refusal(), request.language);
    return make.make(request, *wanted);
}

}  // namespace

void addJobRoutes(http::Router& router, MakeJob& make) {
    router.add({"POST", "/api/v1/jobs",
                [&make](const http::Request& request) { return makeJob(make, request); }, smallBody});
}

}  // namespace remise::workshop
