// The mark: three stripes of an awning, and the name.

export function Brand() {
  return (
    <p class="brand">
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
        <g fill="currentColor" stroke="none">
          <path d="M2 6.5A2.5 2.5 0 0 1 4.5 4h4.17v11.5a3.33 3.33 0 0 1-6.67 0z" />
          <path d="M8.67 4h6.66v11.5a3.33 3.33 0 0 1-6.66 0z" opacity=".45" />
          <path d="M15.33 4h4.17A2.5 2.5 0 0 1 22 6.5v9a3.33 3.33 0 0 1-6.67 0z" />
        </g>
      </svg>
      <span>Regulars</span>
    </p>
  );
}
