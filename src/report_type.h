/*
 * report_type.h
 *		The type program_report as the shell's functions take and give it.
 *
 *		A program_report is a varlena that holds a packed value; see core/packed.h.
 *
 * src/report_type.h
 */
#ifndef PROGSOC_REPORT_TYPE_H
#define PROGSOC_REPORT_TYPE_H

#include "compat.h"

#include "core/packed.h"

#include "shell.h"

/* A stored report, checked and open, wherever and however it is stored. */
extern Report DatumGetReport(Datum value);

/* What report_summary shows of it alone, fetched as the header is: it has no other facts. */
extern Report DatumGetReportSummary(Datum value);

/* The header alone: a stored report is neither fetched nor decompressed beyond it. */
extern ReportHead DatumGetReportHead(Datum value);

/* The first of its strings, fetched as the header is.  NO_STR: not known. */
typedef struct ReportIdentity
{
	ReportHead head;
	Str name;
	Str ministry;
	Str service;
} ReportIdentity;

extern ReportIdentity DatumGetReportIdentity(Datum value);

#define PG_GETARG_REPORT(n)          DatumGetReport(PG_GETARG_DATUM(n))
#define PG_GETARG_REPORT_SUMMARY(n)  DatumGetReportSummary(PG_GETARG_DATUM(n))
#define PG_GETARG_REPORT_HEAD(n)     DatumGetReportHead(PG_GETARG_DATUM(n))
#define PG_GETARG_REPORT_IDENTITY(n) DatumGetReportIdentity(PG_GETARG_DATUM(n))

/* What a draft holds, as a value to store; NULL: call->error says why. */
extern struct varlena *report_from_draft(CoreCall *call, Draft *draft);

#endif /* PROGSOC_REPORT_TYPE_H */
