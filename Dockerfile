# syntax=docker/dockerfile:1
FROM python:3.13-slim-trixie AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
COPY requirements/prod.txt /
RUN python -m venv /venv && /venv/bin/pip install --require-hashes --no-deps --only-binary=:all: -r /prod.txt

FROM python:3.13-slim-trixie
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 CONNECT_STATE=/var/lib/connect
RUN useradd --system --uid 10001 --home-dir /app connect && mkdir /var/lib/connect
WORKDIR /app
COPY --from=build /venv /venv
COPY . .
RUN SECRET_KEY=unused-while-building python manage.py collectstatic --noinput --verbosity 0
USER connect
EXPOSE 8000
CMD ["gunicorn", "connect.wsgi", "--bind", "0.0.0.0:8000", "--workers", "3", "--threads", "4", "--no-control-socket"]
