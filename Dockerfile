# The dashboard on the bundled corpus; mount a volume on /data to keep a corpus of your own.
FROM python:3.13-slim

RUN apt-get update \
    && apt-get install -y --no-install-recommends libfribidi0 chromium \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 10001 didgah \
    && mkdir /data && chown didgah /data

WORKDIR /srv/didgah
COPY requirements.txt pyproject.toml README.md ./
RUN pip install --no-cache-dir -r requirements.txt

COPY --chown=didgah . .
RUN pip install --no-cache-dir --no-deps -e .

USER didgah
ENV DIDGAH_HOME=/data PYTHONUNBUFFERED=1
# Built into the image so that the first visitor does not wait for it.
RUN didgah build --sample
VOLUME /data
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
CMD ["streamlit", "run", "app.py", "--server.address=0.0.0.0", "--server.port=8501"]
