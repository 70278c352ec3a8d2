#include "server/documents/summary_api.h"

#include "server/documents/gather_summary.h"
#include "server/documents/summary_page.h"

namespace remise::documents {

using namespace domain;

namespace {

using SubjectOf = Outcome<Value> (*)(db::Connection&, const std::string&);

struct Way {
    const char *path, *parameter;
    SubjectOf subject;
};
constexpr Way ways[] = {{"/api/v1/units/{code}/certificate", "code", subjectOfUnit},
                        {"/api/v1/lots/{lot}/certificate", "lot", subjectOfLot},
                        {"/api/v1/donors/{id}/certificate", "id", subjectOfDonor}};

Outcome<Value> summaryFor(db::Pool& pool, const Issuer& issuer, const Way& way,
                          const http::Request& request) {
    const auto connection = pool.take();
    const auto of = way.subject(*connection, request.parameter(way.parameter));
    if (!of) return of.refusal();
    return gatherSummary(*connection, issuer, *of, request.receivedAt);
}

http::Reply pdfOf(const Value& summary, Language language) {
    const Value& of = summary["of"];
    const labels::Page page = summaryPage(summary, language);
    const std::string name = of.textOr("unit", of.textOr("lot", of.textOr("name")));
    return http::Reply::bytes("application/pdf", labels::toPdf({page}, page.title + " " + name))
        .with("Content-Disposition", "inline; filename=\"remise.pdf\"");
}

}  // namespace

void addSummaryRoutes(http::Router& router, db::Pool& pool, const Issuer& issuer) {
    for (const Way& way : ways) {
        router.add({"GET", way.path, [&pool, issuer, way](const http::Request& request) {
                        const auto made = summaryFor(pool, issuer, way, request);
                        if (!made) return http::Reply::problem(made.refusal(), request.language);
                        return http::Reply::json(*made);
                    }});
        router.add(
            {"GET", std::string(way.path) + ".pdf", [&pool, issuer, way](const http::Request& request) {
                 const auto made = summaryFor(pool, issuer, way, request);
                 if (!made) return http::Reply::problem(made.refusal(), request.language);
                 return pdfOf(*made, request.language);
             }});
    }
}

}  // namespace remise::documents
