-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "EnvironmentStatus" AS ENUM ('PROVISIONING', 'READY', 'UPDATING', 'FAILED', 'SLEEPING', 'DESTROYING', 'DESTROYED');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('VIEWER', 'REQUESTER', 'APPROVER', 'PLATFORM_ENGINEER');

-- CreateEnum
CREATE TYPE "RunKind" AS ENUM ('PLAN', 'APPLY', 'DESTROY');

-- CreateEnum
CREATE TYPE "RunStatus" AS ENUM ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "StepStatus" AS ENUM ('PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'SKIPPED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "RequestKind" AS ENUM ('CREATE', 'CHANGE', 'DESTROY');

-- CreateEnum
CREATE TYPE "RequestStatus" AS ENUM ('DRAFT', 'PLANNING', 'PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED');

-- CreateEnum
CREATE TYPE "Decision" AS ENUM ('APPROVED', 'REJECTED');

-- CreateTable
CREATE TABLE "AuditEvent" (
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "subjectName" TEXT NOT NULL,
    "teamId" TEXT,
    "reason" TEXT,
    "details" JSONB NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "CloudAccount" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "regions" TEXT[],

    CONSTRAINT "CloudAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Environment" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" "EnvironmentStatus" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "teamId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "cloudAccountId" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "blueprint" TEXT NOT NULL,
    "blueprintVersion" TEXT NOT NULL,
    "spec" JSONB NOT NULL,
    "cidrs" TEXT[],
    "monthlyCostUsd" DECIMAL(14,4),
    "expiresAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readyAt" TIMESTAMP(3),
    "destroyedAt" TIMESTAMP(3),

    CONSTRAINT "Environment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnvironmentStack" (
    "environmentId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "stackName" TEXT NOT NULL,
    "stackId" TEXT,
    "region" TEXT NOT NULL,
    "templateHash" TEXT NOT NULL,
    "template" JSONB NOT NULL,
    "outputs" JSONB NOT NULL DEFAULT '{}',
    "resourceCount" INTEGER NOT NULL DEFAULT 0,
    "deployedAt" TIMESTAMP(3),

    CONSTRAINT "EnvironmentStack_pkey" PRIMARY KEY ("environmentId","key")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "disabledAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "costCentre" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "userId" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "role" "Role" NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("userId","teamId")
);

-- CreateTable
CREATE TABLE "Run" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "kind" "RunKind" NOT NULL,
    "status" "RunStatus" NOT NULL,
    "requestId" TEXT NOT NULL,
    "environmentId" TEXT,
    "environmentName" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "actorId" TEXT,
    "digest" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "retryOfId" TEXT,
    "retryMode" TEXT,
    "leaseOwner" TEXT,
    "leaseUntil" TIMESTAMPTZ(3),
    "fence" INTEGER NOT NULL DEFAULT 0,
    "crashes" INTEGER NOT NULL DEFAULT 0,
    "wakeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "waiting" JSONB,
    "retries" INTEGER NOT NULL DEFAULT 0,
    "cancelRequestedAt" TIMESTAMP(3),
    "cancelRequestedBy" TEXT,
    "failure" JSONB,
    "lastSequence" INTEGER NOT NULL DEFAULT 0,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RunStep" (
    "runId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "stackKey" TEXT,
    "status" "StepStatus" NOT NULL DEFAULT 'PENDING',
    "checkpoint" JSONB NOT NULL DEFAULT '{}',
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RunStep_pkey" PRIMARY KEY ("runId","position")
);

-- CreateTable
CREATE TABLE "RunEvent" (
    "runId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "sourceEventId" TEXT,

    CONSTRAINT "RunEvent_pkey" PRIMARY KEY ("runId","sequence")
);

-- CreateTable
CREATE TABLE "Plan" (
    "runId" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "blueprintVersion" TEXT NOT NULL,
    "stacks" JSONB NOT NULL,
    "changes" JSONB NOT NULL,
    "estimate" JSONB NOT NULL,
    "estimateBefore" JSONB,
    "checks" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("runId")
);

-- CreateTable
CREATE TABLE "Request" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "kind" "RequestKind" NOT NULL,
    "status" "RequestStatus" NOT NULL,
    "requesterId" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "environmentId" TEXT,
    "environmentName" TEXT NOT NULL,
    "baseEnvironmentVersion" INTEGER,
    "cloudAccountId" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "blueprint" TEXT NOT NULL,
    "blueprintVersion" TEXT NOT NULL,
    "spec" JSONB NOT NULL,
    "cidrs" TEXT[],
    "lifetimeDays" INTEGER,
    "reason" TEXT NOT NULL,
    "digest" TEXT,
    "planRunId" TEXT,
    "closingReason" TEXT,
    "idempotencyKey" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "plannedAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "Request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Approval" (
    "id" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "requesterId" TEXT NOT NULL,
    "approverId" TEXT NOT NULL,
    "decision" "Decision" NOT NULL,
    "digest" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Approval_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_hash_key" ON "AuditEvent"("hash");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectType_subjectId_sequence_idx" ON "AuditEvent"("subjectType", "subjectId", "sequence");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_sequence_idx" ON "AuditEvent"("actorId", "sequence");

-- CreateIndex
CREATE INDEX "AuditEvent_teamId_sequence_idx" ON "AuditEvent"("teamId", "sequence");

-- CreateIndex
CREATE INDEX "AuditEvent_action_sequence_idx" ON "AuditEvent"("action", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "CloudAccount_accountId_key" ON "CloudAccount"("accountId");

-- CreateIndex
CREATE INDEX "Environment_teamId_status_createdAt_id_idx" ON "Environment"("teamId", "status", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Environment_cloudAccountId_status_idx" ON "Environment"("cloudAccountId", "status");

-- CreateIndex
CREATE INDEX "Environment_createdAt_id_idx" ON "Environment"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "User_issuer_subject_key" ON "User"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "Team_slug_key" ON "Team"("slug");

-- CreateIndex
CREATE INDEX "Membership_teamId_idx" ON "Membership"("teamId");

-- CreateIndex
CREATE UNIQUE INDEX "Run_number_key" ON "Run"("number");

-- CreateIndex
CREATE INDEX "Run_environmentId_queuedAt_idx" ON "Run"("environmentId", "queuedAt" DESC);

-- CreateIndex
CREATE INDEX "Run_requestId_idx" ON "Run"("requestId");

-- CreateIndex
CREATE INDEX "Run_status_wakeAt_idx" ON "Run"("status", "wakeAt");

-- CreateIndex
CREATE UNIQUE INDEX "RunStep_runId_key_key" ON "RunStep"("runId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "RunEvent_runId_sourceEventId_key" ON "RunEvent"("runId", "sourceEventId");

-- CreateIndex
CREATE UNIQUE INDEX "Request_number_key" ON "Request"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Request_planRunId_key" ON "Request"("planRunId");

-- CreateIndex
CREATE INDEX "Request_status_createdAt_id_idx" ON "Request"("status", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Request_teamId_createdAt_id_idx" ON "Request"("teamId", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Request_environmentId_idx" ON "Request"("environmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Request_requesterId_idempotencyKey_key" ON "Request"("requesterId", "idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "Request_id_requesterId_key" ON "Request"("id", "requesterId");

-- CreateIndex
CREATE INDEX "Approval_requestId_idx" ON "Approval"("requestId");

-- AddForeignKey
ALTER TABLE "Environment" ADD CONSTRAINT "Environment_cloudAccountId_fkey" FOREIGN KEY ("cloudAccountId") REFERENCES "CloudAccount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnvironmentStack" ADD CONSTRAINT "EnvironmentStack_environmentId_fkey" FOREIGN KEY ("environmentId") REFERENCES "Environment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RunStep" ADD CONSTRAINT "RunStep_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RunEvent" ADD CONSTRAINT "RunEvent_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_requestId_requesterId_fkey" FOREIGN KEY ("requestId", "requesterId") REFERENCES "Request"("id", "requesterId") ON DELETE CASCADE ON UPDATE CASCADE;


