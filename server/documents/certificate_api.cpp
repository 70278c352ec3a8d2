#include "server/documents/certificate_api.h"

#include "db/entity_store.h"
#include "server/documents/certificate_page.h"
#include "server/documents/issue_certificate.h"
#include "server/documents/summary_api.h"
#include "server/domain/codes.h"
#include "server/domain/refusals.h"

namespace remise::documents {

using namespace domain;

namespace {

struct Desk {
    db::Pool& pool;
    const Issuer issuer;

    [[nodiscard]] Outcome<IssuedCertificate> certificate(const http::Request&) const;
    [[nodiscard]] std::string statusNow(const http::Request&) const;
};

Outcome<IssuedCertificate> Desk::certificate(const http::Request& request) const {
    const std::string code = normaliseScan(request.parameter("code"));
    if (codeKind(code) != CodeKind::drive)
        return Refusal(refusals::damagedCode, {{"code", code.substr(0, 64)}});
    const auto connection = pool.take();
    const auto drive = db::findEntityByCode(*connection, Subject::drive, code);
    if (!drive) return Refusal(refusals::unknownCode, {{"code", code}});
    return issueCertificate(*connection, issuer, *drive, request.receivedAt);
}

/// A certificate tells of its day; where the drive stands now is said beside it.
std::string Desk::statusNow(const http::Request& request) const {
    const auto drive =
        db::findEntityByCode(*pool.take(), Subject::drive, normaliseScan(request.parameter("code")));
    return drive ? drive->stage : "";
}

http::Reply showJson(const Desk& desk, const http::Request& request) {
    const auto made = desk.certificate(request);
    if (!made) return http::Reply::problem(made.refusal(), request.language);
    return http::Reply::json(made->document).with("Remise-Drive-Status", desk.statusNow(request));
}

http::Reply showPdf(const Desk& desk, const http::Request& request) {
    const auto made = desk.certificate(request);
    if (!made) return http::Reply::problem(made.refusal(), request.language);
    const labels::Page page = pageOf(made->document, made->fingerprint, request.language);
    const std::string name = made->document["drive"].textOr("code");
    return http::Reply::bytes("application/pdf", labels::toPdf({page}, page.title + " " + name))
        .with("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
        .with("Remise-Drive-Status", desk.statusNow(request));
}

}  // namespace

void addCertificateRoutes(http::Router& router, db::Pool& pool, ledger::SealKeys keys,
                          const std::string& publicUrl) {
    const Issuer issuer{std::move(keys), publicUrl};
    const Desk desk{pool, issuer};
    addSummaryRoutes(router, pool, issuer);
    router.add({"GET", "/api/v1/drives/{code}/certificate",
                [desk](const http::Request& request) { return showJson(desk, request); }});
    router.add({"GET", "/api/v1/drives/{code}/certificate.pdf",
                [desk](const http::Request& request) { return showPdf(desk, request); }});
}

}  // namespace remise::documents
