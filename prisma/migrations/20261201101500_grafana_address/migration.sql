-- Where the dashboards of an account's environments are: https, and nothing that a link could be bent with.

ALTER TABLE "CloudAccount" ADD COLUMN "grafanaUrl" TEXT;
ALTER TABLE "CloudAccount" ADD CONSTRAINT "CloudAccount_grafanaUrl_check" CHECK ("grafanaUrl" ~ '^https://[^\s?#@\\]+$');
